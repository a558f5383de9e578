import type { Translation } from "../../translation.ts"

export default {
  wrong: "لا يفتح هذا الرمز وهذا الرقم السري أي ركن. تحققوا منهما أو اسألوا المكتب.",
  "tries-too-many": "محاولات خاطئة كثيرة. أعيدوا المحاولة بعد {{minutes}} د.",
  "too-late": "انتهى هذا اللقاء منذ أكثر من أسبوعين.",
  "token-missing": "هذا العنوان للألواح التي هيّأها مكتب.",
  "token-ended": "أنهى المكتب هذا اللوح أو انتهت مدته.",
  "entry-unread": "لا يستطيع المكتب قراءة هذه البطاقة. راجعوا كل خانة ثم احفظوها من جديد.",
  pass: "لم تُملأ هذه البطاقة على هذا اللوح.",
  "pass-used": "تابع أحد بهذه العلامة من قبل.",
} satisfies Translation<typeof import("../../en/refusals/kiosk.ts").default>
