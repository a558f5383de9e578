import { createHash } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { type Address, readEmail } from "#app/domain/people/contact.server.ts"
import { lockContacts } from "#app/domain/people/lock-contacts.server.ts"
import type { Owner, ReportChannel } from "#app/platform/prisma-client/enums.ts"
import { reportThing } from "./report-thing.ts"

export type ReportInput = {
  channel: ReportChannel
  message: string
  sender: string
  askedMoney: boolean
  /** The university it speaks of; JOINT when it speaks of both or they do not know. */
  about: Owner
  /** As typed; empty when they wish for no answer. */
  email: string
}

const repeatMs = 10 * 60_000
const dayMs = 24 * 3_600_000

/**
 * Keeps what somebody tells of a message in our name, and thanks them if they gave an address. The same content within
 * ten minutes is the same report; an address is thanked once a day, whoever types it. Refusals: field.email.
 */
export async function makeReport(ctx: Ctx, input: ReportInput): Promise<Outcome<{ isAnswered: boolean }>> {
  const email = input.email === "" ? null : readEmail(input.email)
  if (input.email !== "" && email === null) return refuse("field.email", { field: "email" })
  const fingerprint = fingerprintOf(input, email)
  const now = ctx.now()
  const since = (ms: number) => new Date(now.getTime() - ms)
  return ctx.transaction(async (tx) => {
    await lockContacts(tx, [`report ${fingerprint}`, ...(email === null ? [] : [email.value])])
    const earlier = await tx.db.report.findFirst({ where: { fingerprint, createdAt: { gt: since(repeatMs) } }, select: { id: true } })
    if (earlier !== null) return done({ isAnswered: email !== null })
    const thanked =
      email === null
        ? null
        : await tx.db.report.findFirst({ where: { email: email.value, createdAt: { gt: since(dayMs) } }, select: { id: true } })
    const id = ctx.id()
    const thing = reportThing({ id, about: input.about })
    const { channel, message, sender, askedMoney, about } = input
    await tx.db.report.create({
      data: {
        id,
        about,
        channel,
        message,
        sender,
        askedMoney,
        email: email?.value ?? null,
        emailTyped: email?.typed ?? null,
        language: ctx.language,
        fingerprint,
        createdAt: now,
      },
      select: { id: true },
    })
    if (email !== null && thanked === null) {
      await tx.mail("report-made", { sender: about, to: email.typed, language: ctx.language, props: {}, thing })
    }
    await tx.record("report.made", thing, { channel, askedMoney })
    return done({ isAnswered: email !== null })
  })
}

function fingerprintOf({ channel, message, sender, about }: ReportInput, email: Address | null): string {
  return createHash("sha256")
    .update(JSON.stringify([channel, message, sender, about, email?.value ?? ""]))
    .digest("base64url")
}
