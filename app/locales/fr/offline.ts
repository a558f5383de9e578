import type { Translation } from "../translation.ts"

export default {
  title: "Pas de réseau",
  text: "Cette page n’est pas gardée sur ce téléphone : elle ne peut pas s’ouvrir maintenant.",
  open: "Pages qui s’ouvrent sans réseau",
  again: "Réessayer",
  kept: "Le réseau manque, ou il est très lent. Voici la page gardée sur ce téléphone le {{date}}.",
} satisfies Translation<typeof import("../en/offline.ts").default>
