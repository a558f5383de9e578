import type { Translation } from "../translation.ts"

export default {
  title: "Partenaires",
  lead: "Le programme d’un partenaire vous transmet ses candidats et lit vos formations, avec une clé que vous lui donnez. Ce qu’il envoie se trouve parmi vos pistes, avec le partenaire pour source.",
  leadAlliance:
    "Le programme d’un partenaire transmet ses candidats aux deux universités et lit leurs formations, avec une clé que vous lui donnez. La clé d’une seule université est donnée par sa direction des admissions.",
  list: "Clés",
  none: "Aucun partenaire n’a encore de clé.",
  partner: "Partenaire",
  partnerHelp: "Un nom que vos collègues connaissent. Il est la source de chaque piste.",
  key: "Clé",
  scopes: "Elle permet de",
  used: "Dernier usage",
  made: "Créée",
  standing: "État",
  never: "Jamais",
  scope: { leads: { write: "transmettre des candidats" }, programmes: { read: "lire les formations" } },
  revoke: "Mettre fin à cette clé",
  revoked: "Terminée",
  add: "Donner une clé",
  save: "Créer la clé",
  newTitle: "La clé de {{partner}}",
  newText:
    "Copiez-la maintenant et transmettez-la par une voie que seul le partenaire lit : elle n’est montrée que cette fois et n’est gardée nulle part.",
  guide: {
    title: "Ce qu’il faut dire au partenaire",
    text: "Tout se trouve dans un seul document, que les programmes lisent aussi (OpenAPI 3.1) :",
    try: "Un premier essai, en ligne de commande :",
    once: "Envoyez chaque demande avec une Idempotency-Key à vous, et renvoyez-la avec la même jusqu’à la réponse : elle n’est prise qu’une fois.",
    consent:
      "Le oui d’un candidat aux nouvelles ou aux événements n’est transmis que tel qu’il a été donné : mot pour mot ce qui a été lu, comment, et quand.",
    pace: "Au plus {{count}} demandes d’un coup, et autant à nouveau chaque minute. Au-delà, la réponse est 429, avec les secondes à attendre.",
  },
} satisfies Translation<typeof import("../en/partners.ts").default>
