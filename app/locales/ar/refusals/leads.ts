import type { Translation } from "../../translation.ts"

export default {
  "sending-other": "سبق إرسال محتوى آخر بهذا المفتاح. استعملوا مفتاحاً جديداً لمحتوى آخر.",
  "programme-unknown": "لم يعد هذا البرنامج في لائحتنا. اطرح سؤالك من دونه: تقرؤه الجامعتان.",
  "nothing-to-undo": "لا شيء لك هنا للتراجع عنه: تغيّر الأمر بعدها، أو مرّت 72 ساعة.",
  "owner-elsewhere": "اختر زميلًا من جامعتك يقوم بهذا العمل.",
  "close-reason": "اذكر سبب الإغلاق.",
} satisfies Translation<typeof import("../../en/refusals/leads.ts").default>
