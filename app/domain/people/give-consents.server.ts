import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Channel, Purpose, University } from "#app/platform/prisma-client/enums.ts"
import { consentTextVersion } from "./consent-texts.ts"
import type { Language } from "#app/locales/languages.ts"

export type Grant = { university: University; purpose: Purpose; channel?: Channel }

export type Given = {
  personId: string
  /** Compared form of the e-mail; with only a phone the consent is kept for that number and sleeps. */
  address: string
  grants: readonly Grant[]
  textShown: string
  language: Language
  source: string
  sourceId?: string
  /** When it was given, where that was before it came here. */
  givenAt?: Date
  isAwake?: boolean
}

/**
 * Writes consents with the text that was shown, as proof. They sleep until `wakeConsents`, unless the address is known
 * to be proved (`isAwake`). One that is given already stays as it is; one that comes here later than it was given (`givenAt`)
 * is none where the person took the same back in between.
 */
export async function giveConsents(ctx: Ctx, tx: Tx, given: Given): Promise<void> {
  if (given.grants.length === 0) return
  const rows = consentRows(ctx, given)
  const living = given.givenAt === undefined ? rows : await notTakenBack(tx, rows, given.givenAt)
  await tx.db.consent.createMany({ data: living, skipDuplicates: true })
}

/** Of consents that were given then, those that their persons have not taken back since. */
export async function notTakenBack<Row extends Consented>(tx: Tx, rows: readonly Row[], givenAt: Date): Promise<Row[]> {
  if (rows.length === 0) return []
  const since = await tx.db.consent.findMany({
    where: { personId: { in: [...new Set(rows.map(({ personId }) => personId))] }, withdrawnAt: { gt: givenAt } },
    select: { personId: true, university: true, channel: true, purpose: true },
  })
  const keyOf = ({ personId, university, channel, purpose }: Consented) => `${personId} ${university} ${channel} ${purpose}`
  const taken = new Set(since.map(keyOf))
  return rows.filter((row) => !taken.has(keyOf(row)))
}

type Consented = { personId: string; university: University; channel: Channel; purpose: Purpose }

export function consentRows(ctx: Ctx, given: Given) {
  return given.grants.map(({ university, purpose, channel = "email" }) => ({
    id: ctx.id(),
    personId: given.personId,
    university,
    channel,
    purpose,
    address: given.address,
    textShown: given.textShown,
    textVersion: consentTextVersion,
    language: given.language,
    source: given.source,
    sourceId: given.sourceId ?? null,
    givenAt: given.givenAt ?? ctx.now(),
    awakeAt: given.isAwake ? ctx.now() : null,
  }))
}
