import type { Translation } from "../translation.ts"

export default {
  title: "لا توجد شبكة",
  text: "هذه الصفحة غير محفوظة في هذا الهاتف، لذلك لا يمكن فتحها الآن.",
  open: "صفحات تُفتح دون شبكة",
  again: "حاول من جديد",
  kept: "الشبكة منقطعة أو بطيئة جدًا. هذه هي الصفحة كما حُفظت في هذا الهاتف في {{date}}.",
} satisfies Translation<typeof import("../en/offline.ts").default>
