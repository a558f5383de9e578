import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Language } from "#app/locales/languages.ts"
import { type Content, titleOf } from "./content.ts"
import { marksOf, type TranslatedFrom } from "./translation-marks.server.ts"
import { openStates } from "./version-states.ts"
import type { OwnThing } from "./find-own-thing.server.ts"

/**
 * Writes the next version of a thing as a draft; whatever was on its way is superseded. A thing that was published
 * before it was first edited gets that as its first version, so that one can go back to it. Throws a unique violation
 * when somebody else has written a version with this number: to be caught outside the transaction.
 */
export async function addVersion(
  ctx: Ctx,
  tx: Tx,
  before: OwnThing | null,
  next: { id: string; content: Content; base: Language; translatedFrom: TranslatedFrom; authorId: string },
): Promise<number> {
  const { kind } = next.content
  const row = (content: Content, from: TranslatedFrom) => {
    const marks = marksOf(content, next.base, from)
    return {
      kind,
      thingId: next.id,
      owner: content.owner,
      slug: content.slug,
      title: titleOf(content, next.base),
      content,
      base: next.base,
      translatedFrom: from,
      missing: marks.filter(({ mark }) => mark === "missing").length,
      outdated: marks.filter(({ mark }) => mark === "outdated").length,
    }
  }
  if (before?.latest === null && before.published !== null) {
    const { content, updatedAt } = before.published
    await tx.db.catalogueVersion.create({
      data: {
        ...row(content, before.translatedFrom),
        id: ctx.id(),
        number: 1,
        state: "published",
        createdAt: updatedAt,
        publishedAt: updatedAt,
      },
      select: { id: true },
    })
  }
  const number = (before?.number ?? 0) + 1
  await tx.db.catalogueVersion.create({
    data: { ...row(next.content, next.translatedFrom), id: ctx.id(), number, authorId: next.authorId, createdAt: ctx.now() },
    select: { id: true },
  })
  await tx.db.catalogueVersion.updateMany({
    where: { kind, thingId: next.id, number: { lt: number }, state: { in: [...openStates] } },
    data: { state: "superseded" },
  })
  return number
}
