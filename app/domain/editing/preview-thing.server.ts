import type { Ctx } from "#app/platform/ctx.server.ts"
import { type SchemeView, schemeView } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { type QuestionView, questionView } from "#app/domain/catalogue/question-queries.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { DraftText } from "./draft-text.ts"
import type { OwnThing } from "./find-own-thing.server.ts"

export type Preview = { kind: "question"; question: QuestionView } | { kind: "scheme"; scheme: SchemeView }

/** A thing as its public page would show it today; where a text is not written yet it says so. */
export async function previewThing(ctx: Ctx, { id, content }: OwnThing, language: Language): Promise<Preview> {
  const reader = ctx.inLanguage(language)
  const filled = (text: DraftText) => {
    const missing = reader.t("editing.preview.missing")
    return { en: text.en || missing, fr: text.fr || missing, ar: text.ar || missing }
  }
  if (content.kind === "question") {
    const row = { ...content, question: filled(content.question), answer: filled(content.answer) }
    return { kind: "question", question: questionView(reader, row) }
  }
  const links = await ctx.db.programmeScheme.findMany({
    where: { schemeId: id, programme: { isArchived: false } },
    include: { programme: { include: { intakes: true } } },
    orderBy: { programme: { position: "asc" } },
  })
  const row = {
    ...content,
    title: filled(content.title),
    summary: filled(content.summary),
    about: filled(content.about),
    whoFor: filled(content.whoFor),
    covers: filled(content.covers),
    updatedAt: ctx.now(),
    programmes: links,
  }
  return { kind: "scheme", scheme: schemeView(reader, row) }
}
