import type { Translation } from "../../translation.ts"

export default {
  "programme-unknown": "لم يعد هذا البرنامج في قائمتنا. اطرح سؤالك من دونه: تقرؤه الجامعتان.",
} satisfies Translation<typeof import("../../en/refusals/leads.ts").default>
