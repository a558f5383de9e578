import type { Translation } from "../../translation.ts"

export default {
  "scale-missing": "اذكر كيف تُحسب نقط شهادتك.",
  "toefl-range": "نقطة TOEFL iBT من 0 إلى {{max}}. تحقق من الرقم أو اترك الخانة فارغة.",
} satisfies Translation<typeof import("../../en/refusals/eligibility.ts").default>
