import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { type Address, readPhone } from "./contact.server.ts"
import { isLiving } from "./consent-history.ts"
import { boxWords } from "./consent-words.ts"
import { consentRows } from "./give-consents.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { personBehind } from "./person-behind.server.ts"
import { type PreferencesKey, readPreferencesToken } from "./preferences-link.server.ts"
import { isByPhone, keyOf, type Permitted, permittedBy, type SubscriptionKey } from "./subscriptions.ts"
import { closedByNo } from "./withdraw-consents.server.ts"

/**
 * Makes what the person may be sent what they ticked: what the page showed as given (`shown`) and is wanted no more is
 * withdrawn, what is new is given with the text shown. What was given elsewhere since the page was read stays. The token came
 * by mail to its address, so what is wanted by e-mail is awake when it names one: a yes that sleeps there is woken, and one
 * that sleeps elsewhere (at a number, at an address with a slip in it) is given for it. One for a phone sleeps until an
 * officer has called the number. Who has no number yet may type one.
 * Refusals: people.link-old, field.phone, field.consent-phone.
 */
export async function savePreferences(ctx: Ctx, input: PreferencesInput): Promise<Outcome<void>> {
  const key = readPreferencesToken(ctx, input.token)
  if (key === null) return refuse("people.link-old")
  for (;;) {
    const seen = await readReader(ctx.db, await personBehind(ctx.db, key.personId, key.address), key.address, input.phone)
    if (seen === null) return refuse("people.link-old")
    const outcome = await ctx.transaction((tx) => saveHeld(ctx, tx, { ...input, key, locked: seen.addresses }))
    // A merge has changed by which addresses they are reached before these could be locked: once more, with what stands now.
    if (outcome !== "moved") return outcome
  }
}

type PreferencesInput = {
  token: string
  shown: readonly SubscriptionKey[]
  wanted: readonly SubscriptionKey[]
  phone?: string
}

type Held = PreferencesInput & { key: PreferencesKey; locked: readonly string[] }

async function saveHeld(ctx: Ctx, tx: Tx, { key, locked, shown, wanted, phone: typed = "" }: Held): Promise<Outcome<void> | "moved"> {
  await lockContacts(tx, locked)
  const personId = await personBehind(tx.db, key.personId, key.address)
  const reader = await readReader(tx.db, personId, key.address, typed)
  if (reader === null) return refuse("people.link-old")
  if (reader.addresses.some((address) => !locked.includes(address))) return "moved"
  const { email, own, read } = reader
  if (own === undefined && typed !== "" && read === null) return refuse("field.phone", { field: "phone" })
  const phone = own?.value ?? read?.value ?? null
  const isRead = email.value === key.address || email.provedAt !== null
  const living = (await tx.db.consent.findMany({ where: { personId, withdrawnAt: null, expiredAt: null } })).filter(isLiving)

  const givenAs = (one: SubscriptionKey) => living.filter((consent) => keyOf(consent) === one)
  const wakeable = wanted.flatMap((one) => {
    const given = givenAs(one)
    if (!isRead || given.some(({ awakeAt }) => awakeAt !== null)) return []
    return given.filter(({ channel, address }) => !isByPhone(channel) && address === email.value)
  })
  const added = wanted.flatMap((one) => {
    const permitted = permittedBy(one)
    if (permitted === null) return []
    const given = givenAs(one)
    const sleepsElsewhere =
      isRead && !isByPhone(permitted.channel) && given.every(({ awakeAt, address }) => awakeAt === null && address !== email.value)
    return given.length === 0 || sleepsElsewhere ? [permitted] : []
  })
  if (phone === null && added.some(({ channel }) => isByPhone(channel))) return refuse("field.consent-phone", { field: "phone" })
  if (own === undefined && read !== null) await keepPhone(ctx, tx, personId, read)
  await takeBack(
    ctx,
    tx,
    personId,
    shown.filter((one) => !wanted.includes(one)),
  )
  if (wakeable.length > 0) {
    await tx.db.consent.updateMany({
      where: { id: { in: wakeable.map(({ id }) => id) }, awakeAt: null, withdrawnAt: null, expiredAt: null },
      data: { awakeAt: ctx.now() },
    })
  }
  const rows = added.flatMap((one) => {
    const byPhone = isByPhone(one.channel)
    return consentRows(ctx, {
      personId,
      address: byPhone ? (phone ?? "") : email.value,
      grants: [one],
      textShown: preferenceText(ctx, one),
      language: ctx.language,
      source: "preferences",
      isAwake: byPhone ? own !== undefined && own.provedAt !== null : isRead,
    })
  })
  if (rows.length > 0) await tx.db.consent.createMany({ data: rows, skipDuplicates: true })
  if (added.length > 0) await tx.record("consent.given", { name: "person", id: personId }, { what: added.map(keyOf), how: "page" })
  return done()
}

/** Withdraws these permissions, whatever address they were given for, with what a merge has closed of them. */
async function takeBack(ctx: Ctx, tx: Tx, personId: string, unwanted: readonly SubscriptionKey[]): Promise<void> {
  if (unwanted.length === 0) return
  const closed = await tx.db.consent.findMany({
    where: { personId, OR: closedByNo },
    select: { id: true, university: true, channel: true, purpose: true },
  })
  const taken = closed.filter((consent) => unwanted.includes(keyOf(consent)))
  if (taken.length === 0) return
  await tx.db.consent.updateMany({
    where: { id: { in: taken.map(({ id }) => id) }, OR: closedByNo },
    data: { withdrawnAt: ctx.now(), withdrawnHow: "page" },
  })
  await tx.record("consent.withdrawn", { name: "person", id: personId }, { what: [...new Set(taken.map(keyOf))], how: "page" })
}

/**
 * By which address and number whoever reads the page is reached, with a number they have typed where they had none; null
 * for whoever has no e-mail. `addresses` are what is locked before anything is decided by it.
 */
async function readReader(db: Pick<Tx["db"], "person">, personId: string, address: string | null, typed = "") {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      country: true,
      contacts: { orderBy: [{ signsIn: "desc" }, { createdAt: "desc" }], select: { kind: true, value: true, provedAt: true } },
    },
  })
  const mails = person?.contacts.filter(({ kind }) => kind === "email") ?? []
  const email = mails.find(({ value }) => value === address) ?? mails[0]
  if (person === null || email === undefined) return null
  const phones = person.contacts.filter(({ kind }) => kind === "phone")
  const own = phones.find(({ provedAt }) => provedAt !== null) ?? phones[0]
  const read = own === undefined && typed !== "" ? readPhone(typed, person.country ?? "ZZ") : null
  return { email, own, read, addresses: [email.value, own?.value ?? read?.value].filter((value) => value !== undefined) }
}

/** A box of the page with the title it stands under. */
function preferenceText({ t }: Pick<Ctx, "t">, permitted: Permitted): string {
  const title = permitted.purpose === "share" ? t("people.preferences.shareTitle") : t(`people.channel.${permitted.channel}`)
  return `${title}: ${boxWords(t, permitted)}`
}

async function keepPhone(ctx: Ctx, tx: Tx, personId: string, phone: Address): Promise<void> {
  await tx.db.contact.createMany({
    data: [{ id: ctx.id(), personId, kind: "phone", value: phone.value, typed: phone.typed, createdAt: ctx.now() }],
    skipDuplicates: true,
  })
}
