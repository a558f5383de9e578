import type { Translation } from "../../translation.ts"

export default {
  "tries-too-many": "تم التحقق من هذا الرمز {{max}} مرة خلال ساعة. أعد المحاولة بعد {{minutes}} د، أو اسألنا.",
} satisfies Translation<typeof import("../../en/refusals/trust.ts").default>
