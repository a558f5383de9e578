import type { Translation } from "../translation.ts"

export default {
  title: "Pas de réseau",
  text: "Cette page n’est pas gardée sur ce téléphone.",
  open: "Pages qui s’ouvrent sans réseau",
  again: "Réessayer",
  kept: "Le réseau manque, ou il est très lent. Voici la page gardée sur ce téléphone le {{date}}.",
  waitingTitle: "Gardé sur ce téléphone, pas encore envoyé",
  waitingText:
    "L’envoi se fait seul au retour du réseau, ou quand vous rouvrez ce site. Vous verrez ici que c’est envoyé, et votre référence.",
  waiting: "Ce que vous avez écrit attend sur ce téléphone : ce n’est pas encore envoyé.",
  sent: "Ce que vous avez écrit sans réseau est envoyé.",
  see: "Votre référence",
  refused: "Ce que vous avez écrit sans réseau n’a pas pu être pris tel quel.",
  mend: "Voir et corriger",
  drop: "Jeter",
  questions: "Garder les questions sur ce téléphone",
  questionsSize: "Les garder : {{size}} Ko de votre forfait",
  questionsDone: "Les questions et réponses sont gardées sur ce téléphone : elles s’ouvrent sans réseau.",
  questionsNone: "Pas de réseau pour le moment. Rien n’a été gardé.",
} satisfies Translation<typeof import("../en/offline.ts").default>
