import { z } from "zod"
import type { Tx } from "#app/platform/ctx.server.ts"
import { schemePay } from "#app/domain/catalogue/catalogue-texts.ts"
import { draftText } from "./draft-text.ts"
import { type Published, wholeText } from "./published-text.ts"
import type { SchemeContent } from "./scheme-content.ts"

type Read = Pick<Tx["db"], "scheme">

export async function readSchemeRows(db: Read, id: string): Promise<Published<SchemeContent> | null> {
  const row = await db.scheme.findUnique({ where: { id } })
  if (row === null) return null
  const { slug, owner, standing, places, nationals, position, asOf, source, isArchived, updatedAt } = row
  const pays = z.array(schemePay).parse(row.pays)
  const texts = {
    title: draftText.parse(row.title),
    summary: draftText.parse(row.summary),
    whoFor: draftText.parse(row.whoFor),
    covers: draftText.parse(row.covers),
    about: draftText.parse(row.about),
  }
  return {
    content: { kind: "scheme", slug, owner, standing, places, pays, nationals, position, asOf, source, ...texts },
    isArchived,
    updatedAt,
  }
}

export async function writeSchemeRows(db: Read, id: string, { kind: _kind, ...thing }: SchemeContent, now: Date): Promise<void> {
  const row = {
    ...thing,
    title: wholeText(thing.title),
    summary: wholeText(thing.summary),
    whoFor: wholeText(thing.whoFor),
    covers: wholeText(thing.covers),
    about: wholeText(thing.about),
    isArchived: false,
    updatedAt: now,
  }
  await db.scheme.upsert({
    where: { id },
    create: { ...row, id },
    update: row,
    select: { id: true },
  })
}
