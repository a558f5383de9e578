import type { Translation } from "../../translation.ts"

export default {
  "not-started": "Vous n’avez pas encore de candidature. Commencez-la depuis « Ma candidature ».",
  "already-submitted": "Votre candidature est envoyée, elle est donc fixée. Si quelque chose y est faux, demandez-nous.",
  "not-a-draft": "Cette candidature ne peut plus être envoyée.",
  "birth-date": "Vérifiez la date : elle vous donne moins de {{min}} ans ou plus de {{max}} ans.",
  "credential-unknown": "Choisissez un diplôme de la liste, ou « Un autre diplôme, avec mes mots ».",
  "scale-missing": "Dites comment le résultat est donné, pour que nous le lisions bien.",
  "choice-twice": "Ce programme est déjà dans votre classement.",
  "too-many-choices": "Vous pouvez classer {{max}} programmes au plus. Retirez-en un pour en ajouter un autre.",
  "intake-unknown": "Ce programme ne peut pas être choisi. Prenez-en un dans la liste ci-dessous.",
  "intake-closed":
    "« {{title}} » est clos et ne prend plus de candidatures. Choisissez un autre programme, ou retirez celui-ci de votre classement.",
  "intake-later": "« {{title}} » n’est pas encore ouvert. Sa date d’ouverture est sur sa page.",
  "intake-sample": "« {{title}} » est un exemple et ne prend pas de candidatures.",
  "scheme-closed": "Une de ces bourses ne prend pas de souhaits actuellement. Cochez seulement celles de la liste.",
  incomplete: "Il manque encore quelque chose dans certaines parties. La liste ci-dessus dit quoi.",
  declare: "Cochez la case pour déclarer, puis envoyez.",
  "guardian-waits":
    "Vous avez moins de 18 ans : {{name}} doit donner son accord avant l’envoi. Notre message est parti ; envoyez de nouveau après sa confirmation.",
  "choice-not-found": "Ce programme n’est pas dans votre candidature.",
  "not-withdrawable": "Ce programme ne peut plus être retiré ici. Demandez-nous si c’est nécessaire.",
  "not-withdrawn": "Ce programme est dans votre candidature : il n’y a rien à remettre.",
  "undo-too-late": "Plus de 72 heures ont passé : ce n’est plus possible ici. Demandez-nous.",
  "undo-acted": "L’université a agi entre-temps : ce n’est plus possible ici. Demandez-nous.",
  "undo-held": "Vous tenez une place dans un autre programme. Retirez d’abord celui-là.",
  "not-sent": "Cette candidature n’est pas auprès des universités actuellement : il n’y a rien à y reprendre.",
  "place-confirmed": "Votre place est confirmée ou gardée pour une rentrée suivante. Pour y renoncer, écrivez au service des admissions.",
  "nothing-to-withdraw": "Plus rien n’est ouvert dans votre candidature.",
  "not-withdrawn-whole": "Votre candidature n’est pas retirée : il n’y a rien à remettre.",
  "not-lapsed": "Cette candidature est déjà ouverte.",
  "nothing-open": "Aucun programme ne prend de candidatures actuellement. Ce que vous avez écrit est gardé.",
} satisfies Translation<typeof import("../../en/refusals/applications.ts").default>
