import type { Translation } from "../../translation.ts"

export default {
  "codes-too-many": "Trois codes sont partis à cette adresse en une heure. Prenez le dernier, ou redemandez dans {{minutes}} min.",
  "tries-too-many":
    "Trop de codes erronés pour cette adresse aujourd’hui. Par sécurité elle se repose un jour ; demandez ensuite un nouveau code.",
  "code-shape": "Tapez les six chiffres du code.",
  "code-wrong": "Ce n’est pas le code, ou son temps est passé. Regardez de nouveau les chiffres, ou demandez-en un autre.",
  "link-old": "Ce lien ne fonctionne plus. Copiez tout le lien de l’e-mail, ou écrivez-nous de nouveau.",
  "guardian-contact-missing": "Donnez un e-mail ou un numéro de téléphone de cet adulte, pour que nous puissions lui demander.",
  "guardian-own-address": "C’est votre propre adresse. Donnez-en une que l’adulte lit.",
  "guardian-own-number": "C’est le numéro de la candidate ou du candidat. L’adulte doit avoir un numéro ou une adresse à soi.",
  "guardian-mails-too-many":
    "Trois e-mails sont partis à cet adulte aujourd’hui. Demandez-lui de regarder dans « spam », ou réessayez demain.",
  "guardian-number-missing":
    "Cet adulte a été indiqué sans numéro : personne n’a pu l’appeler. Il donne son accord par le lien de son e-mail.",
  "guardian-not-found": "Ce responsable n’est lié à personne dans votre université.",
  "staff-university": "Choisissez l’université de ce rôle.",
  "staff-exists": "Une personne avec cet e-mail a déjà un rôle actif. Mettez-y fin d’abord.",
  "admin-exists": "Il y a déjà une personne qui administre ; elle ajoute les autres depuis le bureau, sous « Équipe ».",
  "own-staff": "Vous ne pouvez pas mettre fin à votre propre rôle ; une autre personne de l’administration le peut.",
} satisfies Translation<typeof import("../../en/refusals/people.ts").default>
