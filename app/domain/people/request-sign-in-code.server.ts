import { randomInt } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Audience } from "#app/platform/prisma-client/enums.ts"
import { readEmail } from "./contact.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { codeHash, hour, signInRules, wrongTriesLeft } from "./sign-in-codes.server.ts"

/**
 * Mails a six-digit code to an address. Any candidate's address gets one; of staff only those who are active. Known or
 * not, the answer and the work are the same, so that nobody learns who works here. `code` is for the page of the
 * demonstration, and null otherwise.
 * Refusals: field.email, people.codes-too-many, people.tries-too-many.
 */
export async function requestSignInCode(
  ctx: Ctx,
  { email, audience }: { email: string; audience: Audience },
): Promise<Outcome<{ email: string; code: string | null; minutes: number }>> {
  const address = readEmail(email)
  if (address === null) return refuse("field.email", { field: "email" })
  const minutes = signInRules.minutes
  return ctx.transaction(async (tx) => {
    await lockContacts(tx, [address.value])
    const now = ctx.now()
    const recent = await tx.db.signInCode.findMany({
      where: { email: address.value, createdAt: { gt: new Date(now.getTime() - 24 * hour) } },
      orderBy: { createdAt: "asc" },
      select: { createdAt: true, tries: true },
    })
    if (wrongTriesLeft(recent) <= 0) return refuse("people.tries-too-many", { field: "email" })
    const inHour = recent.filter(({ createdAt }) => createdAt.getTime() > now.getTime() - hour)
    const first = inHour[0]
    if (first !== undefined && inHour.length >= signInRules.codesAnHour) {
      const wait = Math.max(1, Math.ceil((first.createdAt.getTime() + hour - now.getTime()) / 60_000))
      return refuse("people.codes-too-many", { field: "email", details: { minutes: wait } })
    }

    const contact = await tx.db.contact.findFirst({
      where: { kind: "email", value: address.value, signsIn: true },
      select: {
        personId: true,
        typed: true,
        person: { select: { language: true, staff: { where: { isActive: true }, take: 1, select: { id: true } } } },
      },
    })
    const isStaff = contact !== null && contact.person.staff.length > 0
    const mayEnter = audience === "candidate" || isStaff
    // A new code takes the place of the earlier ones, so that each has its own five tries.
    await tx.db.signInCode.updateMany({ where: { email: address.value, audience, usedAt: null }, data: { usedAt: now } })
    const code = String(randomInt(1_000_000)).padStart(6, "0")
    const id = ctx.id()
    await tx.db.signInCode.create({
      data: {
        id,
        email: address.value,
        audience,
        codeHash: codeHash(ctx, { id, code }),
        createdAt: now,
        expiresAt: new Date(now.getTime() + minutes * 60_000),
      },
      select: { id: true },
    })
    const mailId = await tx.mail("sign-in-code", {
      sender: "JOINT",
      to: address.typed,
      ...(mayEnter && contact !== null ? { personId: contact.personId } : {}),
      language: audience === "staff" && isStaff ? contact.person.language : ctx.language,
      props: { code, minutes },
    })
    // The mail of an address that may not enter is written and cancelled: the same work as one that leaves.
    await tx.db.mail.update({ where: { id: mailId }, data: { state: mayEnter ? "queued" : "cancelled" }, select: { id: true } })
    return done({ email: address.typed, code: ctx.settings.isDemo ? code : null, minutes })
  })
}
