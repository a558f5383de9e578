import type { Tx } from "#app/platform/ctx.server.ts"
import { catalogueText } from "#app/domain/catalogue/catalogue-texts.ts"
import { type DraftText, draftText } from "./draft-text.ts"
import type { Content, Kind } from "./content.ts"

/** A thing as readers have it now. */
export type Published = { content: Content; isArchived: boolean; updatedAt: Date }

type Read = Pick<Tx["db"], "question">

/** The published form of a thing, from its rows; null for one that never was published. */
export async function readThingRows(db: Read, _kind: Kind, id: string): Promise<Published | null> {
  const row = await db.question.findUnique({ where: { id } })
  if (row === null) return null
  const { slug, owner, topic, levels, standing, asOf, source } = row
  return {
    content: {
      kind: "question",
      slug,
      owner,
      topic,
      levels,
      standing,
      asOf,
      source,
      question: draftText.parse(row.question),
      answer: draftText.parse(row.answer),
    },
    isArchived: row.isArchived,
    updatedAt: row.updatedAt,
  }
}

/** Writes the published form. A new thing stands last. Throws where a language is missing: the verb has asked before. */
export async function writeThingRows(db: Read, id: string, { kind: _kind, ...thing }: Content, now: Date): Promise<void> {
  const row = {
    ...thing,
    question: whole(thing.question),
    answer: whole(thing.answer),
    isArchived: false,
    updatedAt: now,
  }
  const last = await db.question.aggregate({ _max: { position: true } })
  await db.question.upsert({
    where: { id },
    create: { ...row, id, position: (last._max.position ?? -1) + 1 },
    update: row,
    select: { id: true },
  })
}

/** The text as it was written; one that lacks a language is a mistake of the verb. */
function whole(text: DraftText): DraftText {
  catalogueText.parse(text)
  return text
}

export async function archiveThingRows(db: Read, _kind: Kind, id: string, now: Date): Promise<boolean> {
  const { count } = await db.question.updateMany({ where: { id, isArchived: false }, data: { isArchived: true, updatedAt: now } })
  return count === 1
}

/** Whether another thing of the kind has this address already, or is about to. */
export async function isSlugTaken(db: Read & Pick<Tx["db"], "catalogueVersion">, kind: Kind, slug: string, id: string): Promise<boolean> {
  if ((await db.question.findFirst({ where: { slug, id: { not: id } }, select: { id: true } })) !== null) return true
  const other = await db.catalogueVersion.findFirst({
    where: { kind, slug, thingId: { not: id }, state: { not: "superseded" } },
    select: { id: true },
  })
  return other !== null
}
