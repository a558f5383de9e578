import { randomBytes } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { hashSecret } from "./find-actor.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { ownContact } from "./own-contact.server.ts"
import { readGuardian } from "./read-guardian.server.ts"

/** To one address, whoever names it. */
const mailsADay = 3

/**
 * Names the adult who answers for a minor, and mails them a page to agree on. With only a phone nothing is sent: an
 * officer calls (`confirmGuardianByCall`). Naming the same adult at the same address again sends no second mail within
 * an hour and keeps their consent; naming another one starts anew. The caller is the person, or the system for them.
 * Refusals: not-allowed, field.required, field.control-characters, field.choice, field.email, field.phone, people.guardian-contact-missing,
 * people.guardian-own-address, people.guardian-own-number, people.guardian-mails-too-many.
 */
export async function askGuardian(
  ctx: Ctx,
  input: { personId: string; name: string; relation: string; email?: string; phone?: string },
): Promise<Outcome<{ guardianId: string; isMailed: boolean }>> {
  const { actor } = ctx
  if (actor.kind !== "system" && !(actor.kind === "candidate" && actor.personId === input.personId)) return refuse("not-allowed")
  const person = await ctx.db.person.findUnique({
    where: { id: input.personId },
    select: { givenName: true, familyName: true, country: true },
  })
  if (person === null) return refuse("not-allowed")
  const named = readGuardian(input, person.country ?? "ZZ")
  if (named.refused) return named
  const { name, relation, email, phone } = named.done

  return ctx.transaction(async (tx) => {
    // The address too: several candidates at once may name it, and it gets three mails a day.
    await lockContacts(tx, [`guardian of ${input.personId}`, ...(email === null ? [] : [email.value])])
    const own = await ownContact(tx.db, input.personId, { email: email?.value ?? null, phone: phone?.value ?? null })
    if (own === "email") return refuse("people.guardian-own-address", { field: "guardianEmail" })
    if (own === "phone") return refuse("people.guardian-own-number", { field: "guardianPhone" })

    const now = ctx.now()
    const living = await tx.db.guardian.findFirst({ where: { personId: input.personId, withdrawnAt: null } })
    const isSame = living !== null && living.email === (email?.typed ?? null) && living.phone === (phone?.value ?? null)
    if (living !== null && isSame) {
      if (living.name !== name || living.relation !== relation) {
        await tx.db.guardian.update({ where: { id: living.id }, data: { name, relation }, select: { id: true } })
      }
      const isFresh = living.askedAt !== null && now.getTime() - living.askedAt.getTime() < 3_600_000
      if (living.consentedAt !== null || email === null || isFresh) return done({ guardianId: living.id, isMailed: false })
    }

    if (email !== null) {
      const sent = await tx.db.mail.count({
        where: {
          kind: "guardian-asked",
          to: { equals: email.typed, mode: "insensitive" },
          createdAt: { gt: new Date(now.getTime() - 24 * 3_600_000) },
        },
      })
      if (sent >= mailsADay) return refuse("people.guardian-mails-too-many", { field: "guardianEmail" })
    }
    const secret = randomBytes(24).toString("base64url")
    const link = email === null ? { tokenHash: null, askedAt: null } : { tokenHash: hashSecret(secret), askedAt: now }
    let guardianId = living?.id ?? ""
    if (living !== null && isSame) {
      await tx.db.guardian.update({ where: { id: living.id }, data: link, select: { id: true } })
    } else {
      if (living !== null)
        await tx.db.guardian.update({ where: { id: living.id }, data: { withdrawnAt: now, tokenHash: null }, select: { id: true } })
      guardianId = ctx.id()
      await tx.db.guardian.create({
        data: {
          id: guardianId,
          personId: input.personId,
          name,
          relation,
          email: email?.typed ?? null,
          phone: phone?.value ?? null,
          language: ctx.language,
          createdAt: now,
          ...link,
        },
        select: { id: true },
      })
    }
    if (email !== null) {
      await tx.mail("guardian-asked", {
        sender: "JOINT",
        to: email.typed,
        personId: input.personId,
        language: ctx.language,
        props: {
          candidate: plainName(`${person.givenName} ${person.familyName}`),
          page: `${ctx.settings.publicUrl}/${ctx.language}/guardian/${secret}`,
        },
        thing: { name: "person", id: input.personId },
      })
    }
    await tx.record("guardian.asked", { name: "person", id: input.personId }, { guardianId, by: email === null ? "call" : "mail" })
    return done({ guardianId, isMailed: email !== null })
  })
}

/** A name as a stranger's mail may carry it: letters only and short, so that nobody advertises through us. */
function plainName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{M}'’ -]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
  return [...plain].slice(0, 60).join("")
}
