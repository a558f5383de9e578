import type { Tx } from "#app/platform/ctx.server.ts"
import type { Content, Kind } from "./content.ts"
import { readEventRows } from "./event-rows.server.ts"
import { readProgrammeRows, writeProgrammeRows } from "./programme-rows.server.ts"
import type { Published } from "./published-text.ts"
import { readQuestionRows, writeQuestionRows } from "./question-rows.server.ts"
import { readSchemeRows, writeSchemeRows } from "./scheme-rows.server.ts"

type Read = Pick<Tx["db"], "question" | "scheme" | "programme" | "intake" | "programmeScheme" | "publicEvent">

/** The published form of a thing, from its rows; null for one that never was published. */
export async function readThingRows(db: Read, kind: Kind, id: string): Promise<Published | null> {
  switch (kind) {
    case "programme":
      return readProgrammeRows(db, id)
    case "scheme":
      return readSchemeRows(db, id)
    case "question":
      return readQuestionRows(db, id)
    case "event":
      return readEventRows(db, id)
  }
}

/** Writes the published form. An event has guests who hear of it: it is put by its own room. */
export async function writeThingRows(db: Read, id: string, thing: Exclude<Content, { kind: "event" }>, now: Date): Promise<void> {
  switch (thing.kind) {
    case "programme":
      return writeProgrammeRows(db, id, thing, now)
    case "scheme":
      return writeSchemeRows(db, id, thing, now)
    case "question":
      return writeQuestionRows(db, id, thing, now)
  }
}

/** Takes a thing out of readers' sight; false when they had it no more. An event they have had stays: it is cancelled. */
export async function archiveThingRows(db: Read, kind: Kind, id: string, now: Date): Promise<boolean> {
  if (kind === "event") return false
  const change = { where: { id, isArchived: false }, data: { isArchived: true, updatedAt: now } }
  const { count } =
    kind === "programme"
      ? await db.programme.updateMany(change)
      : kind === "scheme"
        ? await db.scheme.updateMany(change)
        : await db.question.updateMany(change)
  return count === 1
}

/** Whether another thing of the kind has this address already, or is about to. */
export async function isSlugTaken(db: Read & Pick<Tx["db"], "catalogueVersion">, kind: Kind, slug: string, id: string): Promise<boolean> {
  const other = { where: { slug, id: { not: id } }, select: { id: true } } as const
  const row =
    kind === "programme"
      ? await db.programme.findFirst(other)
      : kind === "scheme"
        ? await db.scheme.findFirst(other)
        : kind === "event"
          ? await db.publicEvent.findFirst(other)
          : await db.question.findFirst(other)
  if (row !== null) return true
  const version = await db.catalogueVersion.findFirst({
    where: { kind, slug, thingId: { not: id }, state: { not: "superseded" } },
    select: { id: true },
  })
  return version !== null
}
