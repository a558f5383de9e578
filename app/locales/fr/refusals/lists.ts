import type { Translation } from "../../translation.ts"

export default {
  empty: "Cette liste est vide. Sa première ligne nomme les colonnes, et des personnes suivent.",
  unreadable:
    "Cette liste ne peut être lue à partir de la ligne {{line}} : un guillemet reste peut-être ouvert, ou ce n’est pas du CSV. Enregistrez-la en CSV (UTF-8) ou en Excel et réessayez.",
  "old-workbook": "C’est l’ancienne forme d’Excel (.xls). Enregistrez-la en .xlsx ou en CSV et réessayez.",
  "workbook-unreadable":
    "Ce n’est pas un classeur Excel lisible ; un classeur à mot de passe ne l’est pas. Enregistrez-le en .xlsx ou en CSV et réessayez.",
  "workbook-too-large": "Ce classeur se déplie au-delà de ce qui peut être lu. Enregistrez la feuille seule, en CSV, et réessayez.",
} satisfies Translation<typeof import("../../en/refusals/lists.ts").default>
