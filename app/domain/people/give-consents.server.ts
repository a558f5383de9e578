import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { jsonRows } from "#app/platform/json-rows.ts"
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
 * Writes consents, of however many people, with the text that was shown as proof. They sleep until `wakeConsents`, unless the
 * address is known to be proved (`isAwake`). One that is given already stays as it is; one that comes here later than it was
 * given (`givenAt`) is none where the person took the same back in between.
 */
export async function giveConsents(ctx: Ctx, tx: Tx, all: readonly Given[]): Promise<void> {
  const takenBackAt = await lastWithdrawals(
    tx,
    all.flatMap(({ personId, givenAt }) => (givenAt === undefined ? [] : { personId, givenAt })),
  )
  const rows = all.flatMap((given) => {
    const { givenAt } = given
    const agreed = consentRows(ctx, given)
    return givenAt === undefined ? agreed : agreed.filter((row) => (takenBackAt.get(keyOf(row)) ?? givenAt) <= givenAt)
  })
  if (rows.length === 0) return
  const { common, own } = jsonRows(rows)
  await tx.db.$executeRaw`
    insert into consent (id, person_id, university, channel, purpose, address, text_shown, text_version, language, source, source_id,
      given_at, awake_at)
    select id, "personId", university, channel, purpose, address, "textShown", "textVersion", language, source, "sourceId",
      "givenAt", "awakeAt"
    from jsonb_array_elements(${own}::jsonb) as said(own), jsonb_to_record(${common}::jsonb || own) as c(id uuid, "personId" uuid,
      university university, channel channel, purpose purpose, address text, "textShown" text, "textVersion" int, language language,
      source text, "sourceId" uuid, "givenAt" timestamptz, "awakeAt" timestamptz)
    on conflict do nothing`
}

/** When people last took back what they may have given then or later, by what it was. What a merge has closed nobody took back. */
async function lastWithdrawals(tx: Tx, given: readonly { personId: string; givenAt: Date }[]): Promise<Map<string, Date>> {
  const last = new Map<string, Date>()
  if (given.length === 0) return last
  const first = new Date(Math.min(...given.map(({ givenAt }) => givenAt.getTime())))
  const since = await tx.db.consent.findMany({
    where: {
      personId: { in: [...new Set(given.map(({ personId }) => personId))] },
      withdrawnAt: { gt: first },
      OR: [{ withdrawnHow: null }, { withdrawnHow: { not: "merge" } }],
    },
    orderBy: { withdrawnAt: "asc" },
    select: { personId: true, university: true, channel: true, purpose: true, withdrawnAt: true },
  })
  for (const { withdrawnAt, ...row } of since) if (withdrawnAt !== null) last.set(keyOf(row), withdrawnAt)
  return last
}

type Consented = { personId: string; university: University; channel: Channel; purpose: Purpose }

function keyOf({ personId, university, channel, purpose }: Consented): string {
  return `${personId} ${university} ${channel} ${purpose}`
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
