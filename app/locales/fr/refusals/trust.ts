import type { Translation } from "../../translation.ts"

export default {
  "tries-too-many": "Ce code a été vérifié {{max}} fois en une heure. Vérifiez-le de nouveau dans {{minutes}} min, ou demandez-nous.",
} satisfies Translation<typeof import("../../en/refusals/trust.ts").default>
