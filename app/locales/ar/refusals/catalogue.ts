import type { Translation } from "../../translation.ts"

export default {
  "result-missing": "اكتب نتيجتك ($t(catalogue.scale.{{scale}}))، مثلًا {{example, result}}، أو قل إنها لم تظهر بعد.",
  "result-number": "اكتب النتيجة بالأرقام ($t(catalogue.scale.{{scale}}))، مثلًا {{example, result}}.",
  "result-range": "هذا السلّم من {{min}} إلى {{max}} ($t(catalogue.scale.{{scale}})). تحقق من الرقم في كشف نقطك.",
  "result-whole": "نقط هذا السلّم أعداد صحيحة ($t(catalogue.scale.{{scale}}))، مثلًا {{example, result}}.",
  "result-grade":
    "«{{grade}}» ليست من نقط هذا السلّم ($t(catalogue.scale.{{scale}})). نقطه هي: {{values}}. افصل بينها بمسافة، مثلًا {{example, result}}.",
  "result-one-grade": "في هذه الشهادة نقطة عامة واحدة ($t(catalogue.scale.{{scale}}))، مثلًا {{example, result}}.",
  "result-too-many": "اكتب {{max}} نقطة على الأكثر ($t(catalogue.scale.{{scale}})).",
  "result-of-four": "اكتب عددًا من 0 إلى 4، مثلًا 3,4.",
} satisfies Translation<typeof import("../../en/refusals/catalogue.ts").default>
