import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { giveConsents } from "./give-consents.server.ts"
import { personBehind } from "./person-behind.server.ts"
import { readPreferencesToken } from "./preferences-link.server.ts"
import { subscriptionPurposes, type SubscriptionKey } from "./subscriptions.ts"
import { lockContacts } from "./lock-contacts.server.ts"

/**
 * Makes what the person receives by e-mail exactly `wanted`: the rest is withdrawn, what is new is given with the text
 * shown. The token came by mail to its address, so a consent given here is awake when it names one.
 * Refusals: people.link-old.
 */
export async function savePreferences(
  ctx: Ctx,
  { token, wanted }: { token: string; wanted: readonly SubscriptionKey[] },
): Promise<Outcome<void>> {
  const key = readPreferencesToken(ctx, token)
  if (key === null) return refuse("people.link-old")
  return ctx.transaction(async (tx) => {
    const personId = await personBehind(tx.db, key.personId, key.address)
    const contacts = await tx.db.contact.findMany({
      where: { personId, kind: "email" },
      orderBy: [{ signsIn: "desc" }, { createdAt: "desc" }],
      select: { value: true, provedAt: true },
    })
    const contact = contacts.find(({ value }) => value === key.address) ?? contacts[0]
    if (contact === undefined) return refuse("people.link-old")
    await lockContacts(tx, [contact.value])
    const living = await tx.db.consent.findMany({
      where: { personId, channel: "email", withdrawnAt: null },
      select: { id: true, university: true, purpose: true },
    })
    const isWanted = ({ university, purpose }: { university: string; purpose: string }) =>
      wanted.some((one) => one === `${university}-${purpose}`)
    const unwanted = living.filter((consent) => consent.purpose !== "share" && !isWanted(consent))
    if (unwanted.length > 0) {
      await tx.db.consent.updateMany({
        where: { id: { in: unwanted.map(({ id }) => id) }, withdrawnAt: null },
        data: { withdrawnAt: ctx.now(), withdrawnHow: "page" },
      })
      await tx.record(
        "consent.withdrawn",
        { name: "person", id: personId },
        { what: unwanted.map((one) => `${one.university}-${one.purpose}`), how: "page" },
      )
    }
    const added = (["AUI", "UM6P"] as const)
      .flatMap((university) => subscriptionPurposes.map((purpose) => ({ university, purpose })))
      .filter((one) => isWanted(one) && !living.some((consent) => consent.university === one.university && consent.purpose === one.purpose))
    for (const one of added) {
      await giveConsents(ctx, tx, {
        personId,
        address: contact.value,
        grants: [one],
        textShown: ctx.t(`people.preferences.${one.purpose}`, { university: ctx.t(`common.university.${one.university}`) }),
        language: ctx.language,
        source: "preferences",
        isAwake: contact.value === key.address || contact.provedAt !== null,
      })
    }
    if (added.length > 0) {
      await tx.record(
        "consent.given",
        { name: "person", id: personId },
        { what: added.map((one) => `${one.university}-${one.purpose}`), how: "page" },
      )
    }
    return done()
  })
}
