import type { Translation } from "../../translation.ts"

export default {
  "not-found": "لا توجد هذه الرسوم هنا.",
  "not-available": "الأداء عبر الإنترنت غير متاح في الوقت الحالي. ترشيحك في أمان من دونه؛ اطلب إعفاء أو عد لاحقًا.",
  "gateway-down": "خدمة الأداء لا تجيب في الوقت الحالي. لم يُقتطع شيء، وترشيحك في أمان. حاول بعد ساعة.",
  "already-paid": "أُديت هذه الرسوم. لم يبق ما تفعله.",
  "nothing-due": "لا شيء للأداء هنا الآن.",
  "waiver-asked-before": "سبق أن طلبت إعفاء، والجواب قائم. اكتب إلى مكتب القبول إن تغير وضعك.",
  "bad-signature": "لا يحمل هذا الإشعار توقيع خدمة الأداء.",
} satisfies Translation<typeof import("../../en/refusals/payments.ts").default>
