import type { Translation } from "../translation.ts"

export default {
  preferences: "Ce que nous pouvons vous envoyer : choisir ou arrêter",
  signInCode: {
    subject: "{{code}} est votre code Rihla",
    title: "Votre code",
    use: "Tapez-le sur la page qui l’a demandé. Il sert une seule fois, pendant {{minutes}} minutes.",
    notYou: "Si vous ne l’avez pas demandé, ne faites rien : personne ne peut entrer sans lui. Ne le donnez à personne, pas même à nous.",
  },
} satisfies Translation<typeof import("../en/emails.ts").default>
