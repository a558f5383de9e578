import type { Translation } from "../../translation.ts"

export default {
  "not-found": "Ces frais ne se trouvent pas ici.",
  "not-available":
    "Le paiement en ligne n’est pas ouvert en ce moment. Votre candidature est en sécurité sans lui ; demandez une exonération ou revenez plus tard.",
  "gateway-down":
    "Le service de paiement ne répond pas en ce moment. Rien n’a été débité et votre candidature est en sécurité. Réessayez dans une heure.",
  "already-paid": "Ces frais sont payés. Il n’y a plus rien à faire.",
  "nothing-due": "Il n’y a rien à payer ici pour l’instant.",
  "waiver-asked-before":
    "Vous avez déjà demandé une exonération et la réponse tient. Écrivez au service des admissions si votre situation a changé.",
  "bad-signature": "Cet avis ne porte pas la signature du service de paiement.",
} satisfies Translation<typeof import("../../en/refusals/payments.ts").default>
