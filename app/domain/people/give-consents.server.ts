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
  const { personId, givenAt } = given
  const since =
    givenAt === undefined
      ? []
      : await tx.db.consent.findMany({
          where: { personId, withdrawnAt: { gt: givenAt } },
          select: { university: true, channel: true, purpose: true },
        })
  const grants = given.grants.filter(
    ({ university, purpose, channel = "email" }) =>
      !since.some((one) => one.university === university && one.purpose === purpose && one.channel === channel),
  )
  await tx.db.consent.createMany({ data: consentRows(ctx, { ...given, grants }), skipDuplicates: true })
}

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
