import type { Translation } from "../../translation.ts"

export default {
  "rate-missing": "اكتب كم يساوي الدرهم الواحد بهذه العملة، مثلًا 61,25.",
  "rate-number": "اكتب السعر بالأرقام، بست منازل عشرية على الأكثر، مثلًا 61,25.",
  "rate-range": "السعر أكبر من صفر ولا يتجاوز ألف مليون. تحقق من موضع الفاصلة.",
} satisfies Translation<typeof import("../../en/refusals/costs.ts").default>
