import type { Translation } from "../../translation.ts"

export default {
  "points-range": "Écrivez un nombre entier de {{min}} à {{max}}.",
} satisfies Translation<typeof import("../../en/refusals/scoring.ts").default>
