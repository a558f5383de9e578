import type { Translation } from "../translation.ts"

export default {
  open: "Brochure : à imprimer, ou à recevoir par e-mail",
  title: "{{programme}} : brochure",
  print: "Cette page s’imprime sur deux ou trois feuilles, dans cette langue. Son adresse, pour la relire :",
  contact: "Questions : {{address}}. Nous n’avons pas d’agents : personne ne peut vous vendre une place.",
  ask: "La recevoir par e-mail",
  askText: "Nous vous envoyons le lien, pour que vous la retrouviez. C’est gratuit.",
  send: "M’envoyer la brochure",
  privacy:
    "{{who}} lit ce que vous écrivez ici, seulement pour vous envoyer la brochure et faire ce que vous avez coché. <0>Comment nous le gardons</0>.",
  thanks: { title: "Merci, la brochure est en route", mail: "Nous vous avons envoyé son lien par e-mail. Le bouton du message l’ouvre." },
  mail: {
    subject: "La brochure : {{programme}}",
    preview: "Son lien, pour la lire, l’imprimer et la transmettre.",
    title: "Voici la brochure",
    text: "Vous avez demandé la brochure de « {{programme}} ». Elle s’ouvre en quelques kilo-octets et s’imprime sur deux ou trois feuilles.",
    button: "Ouvrir la brochure",
    confirm: "Encore une chose : pour que nos réponses vous parviennent, confirmez cette adresse.",
    confirmButton: "Confirmer mon adresse",
    reference: "Votre référence : {{reference}}",
  },
} satisfies Translation<typeof import("../en/brochure.ts").default>
