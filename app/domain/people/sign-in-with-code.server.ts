import { randomBytes, timingSafeEqual } from "node:crypto"
import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { latinDigits } from "#app/platform/text.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Audience } from "#app/platform/prisma-client/enums.ts"
import { readEmail, type Address } from "./contact.server.ts"
import { hashSecret, sessionIdle } from "./find-actor.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { codeHash, hour, signInRules, wrongTriesLeft } from "./sign-in-codes.server.ts"

/**
 * Opens a session for whoever typed the code that was mailed to the address. A code works once, for 10 minutes and at
 * most 5 tries; digits of any script and spaces are accepted. `secret` goes into the session cookie.
 * Refusals: field.email, people.code-shape, people.code-wrong, people.tries-too-many.
 */
export async function signInWithCode(
  ctx: Ctx,
  { email, code, audience }: { email: string; code: string; audience: Audience },
): Promise<Outcome<{ secret: string; personId: string }>> {
  const address = readEmail(email)
  if (address === null) return refuse("field.email", { field: "email" })
  const digits = latinDigits(code).replace(/[\s\p{Cf}\-.]/gu, "")
  if (!/^\d{6}$/.test(digits)) return refuse("people.code-shape", { field: "code" })

  return ctx.transaction(async (tx) => {
    await lockContacts(tx, [address.value])
    const now = ctx.now()
    const recent = await tx.db.signInCode.findMany({
      where: { email: address.value, createdAt: { gt: new Date(now.getTime() - 24 * hour) } },
      orderBy: { createdAt: "desc" },
    })
    if (wrongTriesLeft(recent) <= 0) return refuse("people.tries-too-many", { field: "code" })
    const living = recent.find(
      (row) => row.audience === audience && row.usedAt === null && row.expiresAt > now && row.tries < signInRules.triesACode,
    )
    if (living === undefined) return refuse("people.code-wrong", { field: "code" })
    if (!isSame(living.codeHash, codeHash(ctx, { id: living.id, code: digits }))) {
      await tx.db.signInCode.update({ where: { id: living.id }, data: { tries: { increment: 1 } }, select: { id: true } })
      return refuse("people.code-wrong", { field: "code" })
    }
    const personId = await whoSignsIn(ctx, tx, address, audience)
    if (personId === null) return refuse("people.code-wrong", { field: "code" })
    // One use, even when two requests carry the same code: the row moves once.
    const used = await tx.db.signInCode.updateMany({
      where: { id: living.id, usedAt: null, tries: { lt: signInRules.triesACode }, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (used.count !== 1) return refuse("people.code-wrong", { field: "code" })

    const secret = randomBytes(32).toString("base64url")
    await tx.db.session.create({
      data: {
        id: ctx.id(),
        personId,
        audience,
        tokenHash: hashSecret(secret),
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + sessionIdle[audience]),
      },
      select: { id: true },
    })
    await tx.record("person.signed-in", { name: "person", id: personId }, { audience })
    return done({ secret, personId })
  })
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * The person whom this proved address signs in; for staff only an active one, never a new one. What was ticked for the
 * address goes on sleeping: somebody else may have ticked it, and who signs in has read none of it.
 */
async function whoSignsIn(ctx: Ctx, tx: Tx, address: Address, audience: Audience): Promise<string | null> {
  const now = ctx.now()
  const marked = await tx.db.contact.findFirst({
    where: { kind: "email", value: address.value, signsIn: true },
    select: { id: true, personId: true, person: { select: { staff: { where: { isActive: true }, take: 1, select: { id: true } } } } },
  })
  if (audience === "staff") return marked !== null && marked.person.staff.length > 0 ? marked.personId : null
  if (marked !== null) {
    await tx.db.contact.updateMany({ where: { id: marked.id, provedAt: null }, data: { provedAt: now } })
    return marked.personId
  }

  // Nobody yet: somebody who wrote from this address and has no other way in. Who added their address to a person with
  // a sign-in of its own, an application or a role, by knowing a phone and a name, opens nothing of that person.
  const claimable = await tx.db.contact.findMany({
    where: {
      kind: "email",
      value: address.value,
      person: { contacts: { none: { kind: "email", signsIn: true } }, applications: { none: {} }, staff: { none: {} } },
    },
    orderBy: [{ person: { createdAt: "asc" } }, { personId: "asc" }],
    take: 100,
    select: { id: true, personId: true, provedAt: true },
  })
  const claimed = claimable.find(({ provedAt }) => provedAt !== null) ?? claimable[0]
  if (claimed !== undefined) {
    await tx.db.contact.update({
      where: { id: claimed.id },
      data: { signsIn: true, provedAt: claimed.provedAt ?? now },
      select: { id: true },
    })
    return claimed.personId
  }

  const personId = ctx.id()
  await tx.db.person.create({
    data: { id: personId, givenName: "", familyName: "", nameFolded: "", language: ctx.language, createdAt: now },
    select: { id: true },
  })
  await tx.db.contact.create({
    data: {
      id: ctx.id(),
      personId,
      kind: "email",
      value: address.value,
      typed: address.typed,
      provedAt: now,
      signsIn: true,
      createdAt: now,
    },
    select: { id: true },
  })
  return personId
}
