import type { Tx } from "#app/platform/ctx.server.ts"
import type { Content, Kind } from "./content.ts"
import type { Published } from "./published-text.ts"
import { readQuestionRows, writeQuestionRows } from "./question-rows.server.ts"
import { readSchemeRows, writeSchemeRows } from "./scheme-rows.server.ts"

type Read = Pick<Tx["db"], "question" | "scheme">

/** The published form of a thing, from its rows; null for one that never was published. */
export async function readThingRows(db: Read, kind: Kind, id: string): Promise<Published | null> {
  return kind === "question" ? readQuestionRows(db, id) : readSchemeRows(db, id)
}

/** Writes the published form. A new thing stands last. */
export async function writeThingRows(db: Read, id: string, thing: Content, now: Date): Promise<void> {
  return thing.kind === "question" ? writeQuestionRows(db, id, thing, now) : writeSchemeRows(db, id, thing, now)
}

/** Takes a thing out of readers' sight; false when they had it no more. */
export async function archiveThingRows(db: Read, kind: Kind, id: string, now: Date): Promise<boolean> {
  const where = { id, isArchived: false }
  const data = { isArchived: true, updatedAt: now }
  const { count } = await (kind === "question" ? db.question.updateMany({ where, data }) : db.scheme.updateMany({ where, data }))
  return count === 1
}

/** Whether another thing of the kind has this address already, or is about to. */
export async function isSlugTaken(db: Read & Pick<Tx["db"], "catalogueVersion">, kind: Kind, slug: string, id: string): Promise<boolean> {
  const where = { slug, id: { not: id } }
  const select = { id: true } as const
  const row = await (kind === "question" ? db.question.findFirst({ where, select }) : db.scheme.findFirst({ where, select }))
  if (row !== null) return true
  const other = await db.catalogueVersion.findFirst({ where: { kind, slug, thingId: { not: id }, state: { not: "superseded" } }, select })
  return other !== null
}
