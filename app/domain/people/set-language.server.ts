import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { Language } from "#app/locales/languages.ts"

/** Sets the language a member of staff works in; their mails follow it. Refusals: not-allowed. */
export async function setLanguage(ctx: Ctx, { language }: { language: Language }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff") return refuse("not-allowed")
  await ctx.transaction(async (tx) => {
    const { count } = await tx.db.person.updateMany({ where: { id: actor.personId, language: { not: language } }, data: { language } })
    if (count === 1)
      await tx.record("person.language-set", { name: "person", id: actor.personId, university: actor.university }, { language })
  })
  return done()
}
