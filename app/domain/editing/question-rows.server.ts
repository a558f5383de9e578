import type { Tx } from "#app/platform/ctx.server.ts"
import { draftText } from "./draft-text.ts"
import type { QuestionContent } from "./question-content.ts"
import { type Published, wholeText } from "./published-text.ts"

type Read = Pick<Tx["db"], "question">

export async function readQuestionRows(db: Read, id: string): Promise<Published<QuestionContent> | null> {
  const row = await db.question.findUnique({ where: { id } })
  if (row === null) return null
  const { slug, owner, topic, levels, standing, asOf, source, isArchived, updatedAt } = row
  const texts = { question: draftText.parse(row.question), answer: draftText.parse(row.answer) }
  return { content: { kind: "question", slug, owner, topic, levels, standing, asOf, source, ...texts }, isArchived, updatedAt }
}

export async function writeQuestionRows(db: Read, id: string, { kind: _kind, ...thing }: QuestionContent, now: Date): Promise<void> {
  const row = { ...thing, question: wholeText(thing.question), answer: wholeText(thing.answer), isArchived: false, updatedAt: now }
  const last = await db.question.aggregate({ _max: { position: true } })
  await db.question.upsert({
    where: { id },
    create: { ...row, id, position: (last._max.position ?? -1) + 1 },
    update: row,
    select: { id: true },
  })
}
