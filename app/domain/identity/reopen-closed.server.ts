import type { Tx } from "#app/platform/ctx.server.ts"
import type { Step } from "./merge-step.ts"

/**
 * Whether a step has closed a permission or put a guardian aside. These are taken back when everything is with whom it
 * belongs to: only then is it known what stands in their place.
 */
export function isClosing({ thing, field }: Step): boolean {
  return (
    (thing === "consent" && (field === "withdrawn_at" || field === "withdrawn_how")) || (thing === "guardian" && field === "withdrawn_at")
  )
}

/**
 * Opens again what a merge has closed, unless its person has said no since. Who has said the same yes again meanwhile, for
 * the same address, has said it once: of the two the one that sleeps stays closed, of two alike the earlier one. A guardian
 * stays aside where the person has named another one since.
 */
export async function reopenClosed(tx: Tx, steps: readonly Step[], now: Date): Promise<void> {
  const consents = steps.flatMap(({ thing, field, id }) => (thing === "consent" && field === "withdrawn_at" ? [id] : []))
  if (consents.length > 0) {
    await tx.db.$executeRaw`
      update consent later set withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_how = 'merge'
      from consent closed
      where closed.id = any (${consents}::uuid[]) and closed.withdrawn_how = 'merge' and closed.awake_at is not null
        and later.person_id = closed.person_id
        and (later.university, later.channel, later.purpose, later.address)
          = (closed.university, closed.channel, closed.purpose, closed.address)
        and later.withdrawn_at is null and later.expired_at is null and later.awake_at is null`
    await tx.db.$executeRaw`
      update consent closed set withdrawn_at = null, withdrawn_how = null
      where closed.id = any (${consents}::uuid[]) and closed.withdrawn_how = 'merge' and not exists (
        select 1 from consent later
        where later.person_id = closed.person_id
          and (later.university, later.channel, later.purpose, later.address)
            = (closed.university, closed.channel, closed.purpose, closed.address)
          and later.withdrawn_at is null and later.expired_at is null)`
  }
  for (const { thing, field, id, became } of steps)
    if (thing === "guardian" && field === "withdrawn_at" && became !== null)
      await tx.db.$executeRaw`
        update guardian g set withdrawn_at = null
        where g.id = ${id}::uuid and g.withdrawn_at = ${became}::timestamptz and not exists (
          select 1 from guardian other where other.person_id = g.person_id and other.id <> g.id and other.withdrawn_at is null)`
}
