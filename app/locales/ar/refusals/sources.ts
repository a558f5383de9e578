import type { Translation } from "../../translation.ts"

export default {
  "event-missing": "اختر لقاءً منشورًا لجامعتك.",
  "code-shape": "اكتب من 3 إلى 24 حرفًا لاتينيًا ورقمًا مع شرطة بين الكلمات، مثل DAKAR-26، أو اتركه فارغًا.",
  "code-taken": "هذا الرمز مستعمل. اختر غيره، أو اتركه فارغًا فنختار لك واحدًا.",
} satisfies Translation<typeof import("../../en/refusals/sources.ts").default>
