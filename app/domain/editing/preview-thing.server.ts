import type { Ctx } from "#app/platform/ctx.server.ts"
import { type QuestionView, questionView } from "#app/domain/catalogue/question-queries.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Content } from "./content.ts"
import type { DraftText } from "./draft-text.ts"

/** A thing as its public page would show it; where a text is not written yet it says so. */
export function previewThing(ctx: Ctx, thing: Content, language: Language): QuestionView {
  const reader = ctx.inLanguage(language)
  const filled = (text: DraftText) => {
    const missing = reader.t("editing.preview.missing")
    return { en: text.en || missing, fr: text.fr || missing, ar: text.ar || missing }
  }
  return questionView(reader, { ...thing, question: filled(thing.question), answer: filled(thing.answer) })
}
