import type { Translation } from "../translation.ts"

export default {
  scale: {
    bac20: "moyenne du baccalauréat sur 20",
    num20pt: "note finale sur 20",
    wassce9: "notes du WASSCE ou du NECO (A1 à F9)",
    kcse12: "note moyenne du KCSE (A à E)",
    nsc7: "niveaux du NSC (7 à 1)",
    uaceAF: "notes principales de l’UACE (A à F)",
    acsee: "notes de l’ACSEE (A à F)",
    alevel: "notes du A-level (A* à U)",
    gceCM: "notes du GCE Advanced Level (A à F)",
    gcse: "notes du O-level ou du GCSE (A* à U)",
    nine: "notes du School Certificate (1 à 9, 1 étant la meilleure)",
    percent50: "pourcentage, admis à 50",
    percent: "pourcentage",
  },
  per: { credit: "par crédit", semester: "par semestre", year: "par an", once: "une fois" },
} satisfies Translation<typeof import("../en/catalogue.ts").default>
