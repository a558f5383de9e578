import type { Tx } from "#app/platform/ctx.server.ts"

/** Holds a choice until the transaction ends, so that decision, release and answer happen one after the other. */
export async function lockChoice(tx: Tx, choiceId: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from choice where id = ${choiceId}::uuid for update`
}

/** Holds all choices of an application, always in the same order: two answers at once wait instead of blocking each other. */
export async function lockChoicesOf(tx: Tx, applicationId: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from choice where application_id = ${applicationId}::uuid order by id for update`
}
