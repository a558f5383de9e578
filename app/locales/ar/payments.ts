import type { Translation } from "../translation.ts"

export default {
  label: "رسوم الترشيح: {{programme}}، {{university}}",
  mail: {
    waiverGranted: {
      subject: "أُعفيت من الرسوم: {{programme}}",
      title: "لا شيء للأداء",
      text: "تعفيك {{university}} من رسوم قدرها {{amount}} لبرنامج {{programme}}. ليس عليك أداء أي شيء.",
    },
    waiverRefused: {
      subject: "الجواب عن طلب الإعفاء: {{programme}}",
      title: "تبقى الرسوم قائمة",
      text: "تُبقي {{university}} على رسوم قدرها {{amount}} لبرنامج {{programme}}. يبقى ملف ترشيحك كما هو ويُقرأ كغيره.",
    },
    answer: "كتبت الجامعة:",
    act: "الاطلاع على الرسوم",
    received: {
      subject: "توصلنا بأدائك: {{programme}}",
      title: "توصلنا بالأداء",
      text: "توصلنا بمبلغ {{amount}} عن ترشيحك لبرنامج {{programme}} في {{university}}. احتفظ بهذه الرسالة وصلًا.",
    },
  },
} satisfies Translation<typeof import("../en/payments.ts").default>
