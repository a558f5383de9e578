import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { type Address, readPhone } from "./contact.server.ts"
import { isLiving } from "./consent-history.ts"
import { boxWords } from "./consent-words.ts"
import { consentRows } from "./give-consents.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { personBehind } from "./person-behind.server.ts"
import { readPreferencesToken } from "./preferences-link.server.ts"
import { isByPhone, keyOf, type Permitted, permittedBy, type SubscriptionKey } from "./subscriptions.ts"

/**
 * Makes what the person may be sent what they ticked: what the page showed as given (`shown`) and is wanted no more is
 * withdrawn, what is new is given with the text shown. What was given elsewhere since the page was read stays. The token came
 * by mail to its address, so a consent given here by e-mail is awake when it names one; one for a phone sleeps until an
 * officer has called the number. Who has no number yet may type one.
 * Refusals: people.link-old, field.phone, field.consent-phone.
 */
export async function savePreferences(
  ctx: Ctx,
  {
    token,
    shown,
    wanted,
    phone: typed = "",
  }: {
    token: string
    shown: readonly SubscriptionKey[]
    wanted: readonly SubscriptionKey[]
    phone?: string
  },
): Promise<Outcome<void>> {
  const key = readPreferencesToken(ctx, token)
  if (key === null) return refuse("people.link-old")
  return ctx.transaction(async (tx) => {
    const personId = await personBehind(tx.db, key.personId, key.address)
    const person = await tx.db.person.findUnique({
      where: { id: personId },
      select: {
        country: true,
        contacts: {
          orderBy: [{ signsIn: "desc" }, { createdAt: "desc" }],
          select: { kind: true, value: true, provedAt: true },
        },
      },
    })
    const mails = person?.contacts.filter(({ kind }) => kind === "email") ?? []
    const email = mails.find(({ value }) => value === key.address) ?? mails[0]
    if (person === null || email === undefined) return refuse("people.link-old")
    const phones = person.contacts.filter(({ kind }) => kind === "phone")
    const own = phones.find(({ provedAt }) => provedAt !== null) ?? phones[0]
    const read = own === undefined && typed !== "" ? readPhone(typed, person.country ?? "ZZ") : null
    if (own === undefined && typed !== "" && read === null) return refuse("field.phone", { field: "phone" })
    const phone = own?.value ?? read?.value ?? null
    await lockContacts(tx, [email.value, ...(phone === null ? [] : [phone])])
    const living = (await tx.db.consent.findMany({ where: { personId, withdrawnAt: null, expiredAt: null } })).filter(isLiving)

    const given = new Set(living.map(keyOf))
    const added = wanted.filter((one) => !given.has(one)).flatMap((one) => permittedBy(one) ?? [])
    if (phone === null && added.some(({ channel }) => isByPhone(channel))) return refuse("field.consent-phone", { field: "phone" })
    if (own === undefined && read !== null) await keepPhone(ctx, tx, personId, read)
    const unwanted = living.filter((consent) => shown.includes(keyOf(consent)) && !wanted.includes(keyOf(consent)))
    if (unwanted.length > 0) {
      await tx.db.consent.updateMany({
        where: { id: { in: unwanted.map(({ id }) => id) }, withdrawnAt: null, expiredAt: null },
        data: { withdrawnAt: ctx.now(), withdrawnHow: "page" },
      })
      const what = [...new Set(unwanted.map(keyOf))]
      await tx.record("consent.withdrawn", { name: "person", id: personId }, { what, how: "page" })
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
        isAwake: byPhone ? own !== undefined && own.provedAt !== null : email.value === key.address || email.provedAt !== null,
      })
    })
    if (rows.length > 0) await tx.db.consent.createMany({ data: rows, skipDuplicates: true })
    if (added.length > 0) await tx.record("consent.given", { name: "person", id: personId }, { what: added.map(keyOf), how: "page" })
    return done()
  })
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
