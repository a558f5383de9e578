import type { Ctx } from "#app/platform/ctx.server.ts"
import { type ProgrammeView, programmeView, type SchemeView, schemeView } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { type QuestionView, questionView, relatedQuestions } from "#app/domain/catalogue/question-queries.server.ts"
import { countryName } from "#app/domain/catalogue/countries.ts"
import type { SchemePay } from "#app/domain/catalogue/catalogue-texts.ts"
import type { Language } from "#app/locales/languages.ts"
import { type EventView, eventView } from "#app/domain/events/event-queries.server.ts"
import { zoneOf } from "#app/domain/events/event-facts.ts"
import { previewLine } from "./cost-line.ts"
import type { DraftText } from "./draft-text.ts"
import type { OwnThing } from "./find-own-thing.server.ts"

export type Preview =
  | { kind: "question"; question: QuestionView }
  | { kind: "scheme"; scheme: SchemeView; pays: SchemePay[]; nationals: string[] }
  | { kind: "event"; event: EventView }
  | { kind: "programme"; programme: ProgrammeView; questions: { slug: string; question: string }[] }

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
  if (content.kind === "scheme") {
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
    const nationals = content.nationals.map((code) => countryName(code, language) ?? code)
    return { kind: "scheme", scheme: schemeView(reader, row), pays: content.pays, nationals }
  }
  if (content.kind === "event") {
    const row = {
      ...content,
      id,
      kind: content.eventKind,
      standing: "published" as const,
      title: filled(content.title),
      summary: filled(content.summary),
      about: filled(content.about),
      venue: content.eventKind === "online" ? content.venue : filled(content.venue),
      zone: zoneOf(content.country),
      startsAt: new Date(content.startsAt),
      endsAt: new Date(content.endsAt),
      revision: 0,
      updatedAt: ctx.now(),
      _count: { rsvps: 0 },
    }
    return { kind: "event", event: eventView(reader, row) }
  }
  const schemes = await ctx.db.scheme.findMany({
    where: { slug: { in: content.schemes }, isArchived: false },
    orderBy: { position: "asc" },
  })
  const row = {
    ...content,
    id,
    title: filled(content.title),
    summary: filled(content.summary),
    about: filled(content.about),
    entry: filled(content.entry),
    costs: content.costs.map((cost) => previewLine(cost, filled)),
    intakes: content.intakes.map(({ startsOn, opensAt, closesAt, ...intake }) => ({
      ...intake,
      programmeId: id,
      startsOn: new Date(startsOn),
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
    })),
    updatedAt: ctx.now(),
    schemes: schemes.map((scheme) => ({ scheme })),
  }
  return { kind: "programme", programme: programmeView(reader, row), questions: await relatedQuestions(reader, content) }
}
