import type { Translation } from "../../translation.ts"

export default {
  "choice-not-found": "Ce choix ne se trouve pas ici.",
  "answer-by-soon": "Laissez au moins {{days}} jours pour répondre.",
  "answer-by-far": "Une offre tient {{days}} jours au plus.",
  "decision-released": "La réponse est déjà partie : cette décision tient.",
  "decision-not-yours": "L’auteur de la décision peut la reprendre, et la direction des admissions aussi.",
  "offer-ended":
    "Cette offre a pris fin : le dernier jour pour répondre est passé. Écrivez au service des admissions si quelque chose vous a empêché de répondre.",
  "already-accepted":
    "Vous avez accepté une autre offre, et l’on garde une seule place à la fois. Pour changer, retirez-vous d’abord de celle-là.",
  "guardian-needed":
    "Là où vous vivez, un responsable légal accepte avec vous. Demandez-lui de confirmer par le lien que nous lui envoyons, puis acceptez.",
  "undo-ended": "Un refus de votre part se reprend pendant {{hours}} heures ; ce délai est passé. Écrivez au service des admissions.",
  "decision-leaving": "La réponse précédente n’est pas encore partie. Reprenez-la ou envoyez-la d’abord.",
  "until-past": "Donnez un jour à venir.",
  "until-far": "Donnez un jour dans les {{days}} jours.",
  "interview-past": "Donnez une heure à venir.",
  "interview-far": "Donnez une heure dans les {{days}} jours.",
  "request-over":
    "L’université a continué entre-temps et n’attend plus rien. Si vous avez encore quelque chose à dire, écrivez au service des admissions.",
  "intake-not-later": "Choisissez une rentrée suivante de ce programme, ou dites avec vos mots ce qui est connu.",
} satisfies Translation<typeof import("../../en/refusals/admissions.ts").default>
