import type { Translation } from "../../translation.ts"

export default {
  link: "«{{link}}» ليس عنوان صفحة. اكتبه كاملًا، مثل https://aui.ma/admission.",
  slug: "استعمل حروفًا لاتينية صغيرة وأرقامًا وشرطات مفردة، مثل age-limit.",
  "slug-taken": "هذا العنوان مستعمل لشيء آخر. اختر غيره.",
  missing: "بعض النصوص لم تُكتب بعد. وهي معلَّمة في الاستمارة.",
  outdated: "بعض الترجمات من نص سابق. وهي معلَّمة في الاستمارة: عدّلها أو قل إنها ما زالت صحيحة.",
  "source-needed": "الجواب الذي يوصف بأنه منشور يحتاج إلى الصفحة التي قُرئ فيها.",
  "year-needed": "اذكر متى كان صحيحًا: سنة أو تاريخ.",
  range: "اكتب عددًا صحيحًا بين {{min}} و{{max}}.",
  "own-hand": "كتبتَ جزءًا من هذا. يقرؤه مسؤول آخر قبل القراء.",
  "not-reviewed": "لم يُراجَع بعد.",
} satisfies Translation<typeof import("../../en/refusals/editing.ts").default>
