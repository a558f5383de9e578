import type { Translation } from "../translation.ts"

export default {
  label: "Frais de candidature : {{programme}}, {{university}}",
  mail: {
    waiverGranted: {
      subject: "Vos frais sont annulés : {{programme}}",
      title: "Rien à payer",
      text: "L’{{university}} vous exonère des frais de {{amount}} pour « {{programme}} ». Vous n’avez rien à payer.",
    },
    waiverRefused: {
      subject: "La réponse à votre demande d’exonération : {{programme}}",
      title: "Les frais restent dus",
      text: "L’{{university}} maintient les frais de {{amount}} pour « {{programme}} ». Votre candidature reste telle quelle et sera lue comme toute autre.",
    },
    answer: "L’université écrit :",
    act: "Voir les frais",
    received: {
      subject: "Nous avons reçu votre paiement : {{programme}}",
      title: "Paiement reçu",
      text: "Nous avons reçu {{amount}} pour votre candidature à « {{programme}} », {{university}}. Gardez ce message comme reçu.",
    },
  },
} satisfies Translation<typeof import("../en/payments.ts").default>
