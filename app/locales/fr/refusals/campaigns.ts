import type { Translation } from "../../translation.ts"

export default {
  "merge-field": "« {{name}} » n’est pas un champ connu. Utilisez given_name, family_name, country ou university.",
  "merge-broken":
    "Les accolades ne se ferment pas ou contiennent autre chose qu’un champ. Écrivez par exemple given_name entre deux accolades de chaque côté.",
  "language-missing_one":
    "{{count}} personne du groupe lit cette langue ({{language}}) et le message n’y est pas écrit. Écrivez-le ou resserrez le groupe.",
  "language-missing_many":
    "{{count}} de personnes du groupe lisent cette langue ({{language}}) et le message n’y est pas écrit. Écrivez-le ou resserrez le groupe.",
  "language-missing_other":
    "{{count}} personnes du groupe lisent cette langue ({{language}}) et le message n’y est pas écrit. Écrivez-le ou resserrez le groupe.",
  nobody: "Personne ne recevrait cette campagne. Élargissez le groupe.",
  "needs-approval": "Une campagne commune demande d’abord l’approbation d’une direction de l’autre université.",
  "own-needs-none": "La campagne d’une seule université ne demande pas d’approbation.",
  "edited-meanwhile":
    "Quelqu’un a modifié cette campagne après que vous l’avez ouverte. Relisez-la telle qu’elle est maintenant, puis approuvez-la.",
  "on-its-way": "La campagne est en route et ne peut plus être changée.",
  "message-missing": "Rien n’est encore écrit dans cette langue.",
  "bad-signature": "Ce message ne porte pas la signature du service de messagerie.",
  "no-own-address": "Votre fiche n’a pas d’adresse e-mail où envoyer l’essai.",
} satisfies Translation<typeof import("../../en/refusals/campaigns.ts").default>
