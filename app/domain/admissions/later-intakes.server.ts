import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/** The intakes of the choice's own programme that begin after the one it was made for; none for a choice that is not theirs. */
export async function listLaterIntakes(
  ctx: Ctx,
  { university, choiceId }: { university: University; choiceId: string },
): Promise<{ id: string; startsOn: Date }[]> {
  const choice = await ctx.db.choice.findFirst({
    where: { id: choiceId, university },
    select: { intake: { select: { programmeId: true, startsOn: true } } },
  })
  if (choice === null) return []
  return ctx.db.intake.findMany({
    where: { programmeId: choice.intake.programmeId, startsOn: { gt: choice.intake.startsOn } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: { id: true, startsOn: true },
  })
}
