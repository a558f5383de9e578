import type { Translation } from "../../translation.ts"
import type base from "../../en/refusals/identity.ts"

export default {
  "same-person": "هذان قيد واحد بعينه.",
  "merged-already": "جُمع أحدهما مع شخص آخر في هذه الأثناء. انظر إلى القائمة من جديد.",
  staff: "أحدهما يعمل في مكتب: يبقى الموظفون والمترشحون منفصلين.",
  "two-readers": "كلاهما يدخل بعنوان مختلف، ولكليهما طلب ترشح. المترشح وحده يستطيع أن يقول أيهما يُعتمد: اطلب منه أن يكتب من العنوانين.",
  "keep-applicant": "لأحدهما طلب ترشح يفتحه بعنوانه الخاص. أبقِ على هذا.",
  "applications-clash": "لكليهما طلب ترشح للسنة نفسها، والذي سيُنحّى جانبًا أكثر من مسودة. أبقِ على الآخر.",
  "later-merge": "جُمع شخص آخر معه لاحقًا. تراجع عن ذلك أولًا.",
  "separated-already": "فُصلا من جديد بالفعل.",
} satisfies Translation<typeof base>
