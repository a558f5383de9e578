import type { Translation } from "../translation.ts"

export default {
  searchWords: {
    level: {
      bachelor: "licence bachelor premier cycle bac+3",
      master: "master mastère deuxième cycle bac+5",
      phd: "doctorat thèse doctorant recherche",
    },
    field: {
      engineering: "ingénierie ingénieur génie civil mécanique électrique industriel",
      computing: "informatique logiciel programmation numérique données ordinateur",
      business: "gestion management commerce économie finance comptabilité marketing administration hôtellerie tourisme",
      agriculture: "agriculture agronomie agroalimentaire eau sols",
      social_sciences: "sciences sociales sciences humaines droit politique gouvernance langues relations internationales",
      health: "santé soins infirmiers médecine pharmacie",
      architecture: "architecture architecte urbanisme bâtiment",
    },
  },
  feed: {
    title: "Rihla : appels ouverts",
    description:
      "Les programmes de l’Université Al Akhawayn et de l’UM6P qui prennent des candidatures maintenant ; celui qui ferme le premier vient en tête.",
    until: "Candidatures jusqu’au {{moment}}.",
    facts: "{{level}}. Langue d’enseignement : {{languages}}. {{city}}.",
    partners: "Pour les sites partenaires : les appels ouverts en <0>RSS</0> ou en <1>JSON</1>.",
  },
  topic: {
    coming: "Puis-je venir ?",
    papers: "Diplômes et résultats",
    languages: "Langues",
    money: "Coûts et bourses",
    applying: "Déposer sa candidature",
    answers: "Après la candidature",
    living: "Arriver et vivre sur place",
    trust: "Est-ce bien nous ?",
  },
  answerStanding: {
    published: "Tel que publié",
    to_confirm: "À confirmer par l’université",
    ours: "Comment fonctionne ce site",
  },
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
