import type { Translation } from "../../translation.ts"

export default {
  "merge-field": "«{{name}}» ليس من الحقول المعروفة. استعمل given_name أو family_name أو country أو university.",
  "merge-broken": "الأقواس غير مغلقة أو فيها أكثر من حقل. اكتب مثلًا given_name بين قوسين معقوفين من كل جهة.",
  "language-missing_zero": "الرسالة غير مكتوبة بهذه اللغة ({{language}}). اكتبها أو ضيّق المجموعة.",
  "language-missing_one": "شخص واحد من المجموعة يقرأ هذه اللغة ({{language}}) والرسالة غير مكتوبة بها. اكتبها أو ضيّق المجموعة.",
  "language-missing_two": "شخصان من المجموعة يقرآن هذه اللغة ({{language}}) والرسالة غير مكتوبة بها. اكتبها أو ضيّق المجموعة.",
  "language-missing_few": "{{count}} أشخاص من المجموعة يقرؤون هذه اللغة ({{language}}) والرسالة غير مكتوبة بها. اكتبها أو ضيّق المجموعة.",
  "language-missing_many": "{{count}} شخصًا من المجموعة يقرؤون هذه اللغة ({{language}}) والرسالة غير مكتوبة بها. اكتبها أو ضيّق المجموعة.",
  "language-missing_other": "{{count}} شخص من المجموعة يقرؤون هذه اللغة ({{language}}) والرسالة غير مكتوبة بها. اكتبها أو ضيّق المجموعة.",
  nobody: "لن يتوصل أحد بهذه الحملة. وسّع المجموعة.",
  "needs-approval": "تتطلب الحملة المشتركة أولًا موافقة أحد مسؤولي الجامعة الأخرى.",
  "own-needs-none": "حملة جامعة واحدة لا تحتاج إلى موافقة.",
  "edited-meanwhile": "عدّل أحدهم هذه الحملة بعد أن فتحتها. اقرأها كما هي الآن، ثم وافق عليها.",
  "on-its-way": "الحملة في طريقها ولم يعد تغييرها ممكنًا.",
  "message-missing": "لم يُكتب شيء بهذه اللغة بعد.",
  "bad-signature": "لا تحمل هذه الرسالة توقيع خدمة البريد.",
  "no-own-address": "ليس في ملفك بريد إلكتروني نرسل إليه التجربة.",
} satisfies Translation<typeof import("../../en/refusals/campaigns.ts").default>
