import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome, type Refusal } from "#app/platform/outcome.ts"
import { sections, missingIn, type Missing, type Section } from "./application-sections.ts"
import { lockOwnApplication, readOwnApplication, sectionFacts, type Answers } from "./own-application.server.ts"

export type Saved = { savedAt: Date; missing: Missing[] }

/**
 * Saves one section of the candidate's draft. `write` decides and writes the answers; when it refuses it has written
 * nothing. What other sections lack may change with it (a chosen level asks for another diploma), so all are judged anew.
 *
 * Refuses with `not-allowed`, `applications.not-started`, `applications.already-submitted`, and what `write` refuses with.
 */
export async function saveSection(
  ctx: Ctx,
  section: Section,
  write: (tx: Tx, answers: Answers) => Promise<Refusal | null>,
): Promise<Outcome<Saved>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  return ctx.transaction(async (tx) => {
    const before = await lockOwnApplication(tx, actor.personId)
    if (before === null) return refuse("applications.not-started")
    if (before.state !== "draft") return refuse("applications.already-submitted")
    const refused = await write(tx, before)
    if (refused !== null) return { refused }
    const answers = await readOwnApplication(tx.db, actor.personId)
    if (answers === null) throw new Error("An application vanished while it was locked")
    const facts = sectionFacts(answers, ctx.now())
    const savedAt = ctx.now()
    const seen = new Map(answers.sections.map((row) => [row.section, row.isComplete]))
    for (const other of sections) {
      const isComplete = missingIn(other, facts).length === 0
      const key = { applicationId_section: { applicationId: answers.id, section: other } }
      if (other === section) {
        await tx.db.applicationSection.upsert({
          where: key,
          create: { applicationId: answers.id, section, savedAt, isComplete },
          update: { savedAt, isComplete },
        })
      } else if (seen.has(other) && seen.get(other) !== isComplete) {
        await tx.db.applicationSection.update({ where: key, data: { isComplete } })
      }
    }
    return done({ savedAt, missing: missingIn(section, facts) })
  })
}
