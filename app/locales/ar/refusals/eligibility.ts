import type { Translation } from "../../translation.ts"

export default {
  "scale-missing": "اذكر كيف تُحسب نقط شهادتك.",
  "toefl-range": "نقطة TOEFL iBT من 0 إلى {{max}}. تحقق من الرقم أو اترك الخانة فارغة.",
  "one-grade": "اكتب نقطة واحدة، أدنى ما يُحتسب.",
  "subjects-missing": "اذكر في كم مادة يجب بلوغها.",
  "number-range": "اكتب عددًا من {{min}} إلى {{max}}.",
  "as-of": "اكتب سنة، مثلًا 2026، أو تاريخًا، مثلًا 2026-11-23.",
  "source-missing": "اذكر أين كُتبت: القاعدة التي تنتظر الجامعة وحدها يمكن أن تكون بلا صفحة.",
  "source-address": "اكتب عنوان الصفحة كاملًا مع https://.",
  "rule-exists": "توجد هذه القاعدة من قبل، سارية أو مسودة. غيّرها هي.",
} satisfies Translation<typeof import("../../en/refusals/eligibility.ts").default>
