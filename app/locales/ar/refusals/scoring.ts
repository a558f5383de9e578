import type { Translation } from "../../translation.ts"

export default {
  "points-range": "اكتب عددًا صحيحًا من {{min}} إلى {{max}}.",
} satisfies Translation<typeof import("../../en/refusals/scoring.ts").default>
