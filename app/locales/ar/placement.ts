import type { Translation } from "../translation.ts"

export default {
  owner: "هذا البرنامج تقدمه {{university}}، وهي التي تقرأ ملفك.",
  field: "تقدم الجامعتان هذا البرنامج معًا؛ وفي هذا المجال ({{field}}) تُحال الملفات إلى {{university}}.",
  language: "تقدم الجامعتان هذا البرنامج معًا؛ والتدريس فيه بلغة واحدة هي {{language}}، ومثل هذه الملفات تُحال إلى {{university}}.",
  preference: "تقدم الجامعتان هذا البرنامج معًا؛ وقد ذكرت أنك تفضل {{university}}.",
  seats: "تقدم الجامعتان هذا البرنامج معًا؛ وكانت المقاعد المتبقية أكثر في {{university}} ({{seats}}، مقابل {{otherSeats}} في {{other}}).",
  draw: "تقدم الجامعتان هذا البرنامج معًا وتساوت مقاعدهما المتبقية؛ فحُسم الأمر بقرعة على أساس مرجع ملفك ({{reference}}) لصالح {{university}}.",
} satisfies Translation<typeof import("../en/placement.ts").default>
