import type { Translation } from "../translation.ts"

export default {
  preferences: "ما يمكننا أن نرسله إليك: اختر أو أوقف",
  signInCode: {
    subject: "{{code}} هو رمزك في رحلة",
    title: "رمزك",
    use: "اكتبه في الصفحة التي طلبته. يصلح مرة واحدة، لمدة {{minutes}} دقائق.",
    notYou: "إن لم تطلبه فلا تفعل شيئًا: لا أحد يدخل من دونه. لا تعطه لأحد، ولا حتى لنا.",
  },
} satisfies Translation<typeof import("../en/emails.ts").default>
