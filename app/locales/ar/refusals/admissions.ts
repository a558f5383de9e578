import type { Translation } from "../../translation.ts"

export default {
  "choice-not-found": "لا يوجد هذا الاختيار هنا.",
  "answer-by-soon": "امنح المترشح(ة) مهلة لا تقل عن {{days}} أيام للجواب.",
  "answer-by-far": "لا يدوم العرض أكثر من {{days}} يومًا.",
  "decision-released": "وصل الجواب إلى المترشح(ة)، فيبقى هذا القرار قائمًا.",
  "decision-not-yours": "يسترجع القرارَ من اتخذه أو مسؤول القبول.",
  "offer-ended": "انتهى هذا العرض: مضى آخر يوم للجواب. اكتب إلى مكتب القبول إن منعك أمر من الجواب.",
  "already-accepted": "قبلت عرضًا آخر، ولا يُحتفظ إلا بمقعد واحد في وقت واحد. للتغيير، انسحب أولًا من ذلك العرض.",
  "guardian-needed": "حيث تقيم، يقبل ولي الأمر معك. اطلب منه أن يؤكد عبر الرابط الذي نرسله إليه، ثم اقبل العرض.",
  "undo-ended": "يمكن الرجوع عن الاعتذار خلال {{hours}} ساعة، وقد مضت هذه المدة. اكتب إلى مكتب القبول.",
} satisfies Translation<typeof import("../../en/refusals/admissions.ts").default>
