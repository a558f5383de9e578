import type { Translation } from "../../translation.ts"

export default {
  field: {
    required: "املأ هذه الخانة.",
    "too-long": "النص أطول من اللازم. عدد الحروف الآن {{count}}، والحد الأقصى {{max}}.",
    "control-characters": "في هذا النص رموز لا يمكن عرضها. اكتبه من جديد باليد.",
    "no-letter": "اكتب اسمًا فيه حرف واحد على الأقل، بأي خط كان.",
    choice: "اختر أحد الأجوبة المقترحة.",
    number: "اكتب عددًا، مثلًا {{example}}.",
    email: "اكتب عنوان بريد إلكتروني مثل name@example.com.",
    phone: "اكتب رقم هاتف من البلد الذي تعيش فيه، أو رقمًا يبدأ بعلامة + ورمز البلد.",
    "contact-missing": "اكتب بريدًا إلكترونيًا أو رقم هاتف حتى نتمكن من الرد.",
    "year-range": "اكتب سنة بين {{min}} و{{max}}.",
    date: "اكتب يومًا وشهرًا وسنة صحيحة.",
    time: "اكتب الساعات والدقائق، مثل 14:30.",
    country: "اختر بلدًا من اللائحة.",
  },
  "changed-meanwhile": "غيّر شخص آخر هذا قبل لحظات. ما تراه الآن هو الوضع الحالي.",
  "not-allowed": "دورك لا يشمل هذا الإجراء.",
  "not-found": "لا يوجد هذا في جامعتك.",
} satisfies Translation<typeof import("../../en/refusals/shared.ts").default>
