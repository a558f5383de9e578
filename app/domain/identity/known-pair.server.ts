import type { Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/** The two of a suggestion, where the university has a lead of at least one of them; null otherwise. */
export async function knownPair(
  tx: Tx,
  { university, suggestionId }: { university: University; suggestionId: string },
): Promise<string[] | null> {
  const pair = await tx.db.duplicateSuggestion.findUnique({ where: { id: suggestionId }, select: { personAId: true, personBId: true } })
  if (pair === null) return null
  const ids = [pair.personAId, pair.personBId]
  const known = await tx.db.lead.count({ where: { university, setAsideBy: null, personId: { in: ids } } })
  return known === 0 ? null : ids
}
