import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { keyedHash } from "#app/platform/token.server.ts"
import { type MessageKind, messageKindOf } from "./message-kinds.ts"
import { officialSenders, ownerOfHost } from "./official-addresses.ts"
import { readPasted } from "./read-pasted.server.ts"

/** How often one code may be checked within an hour, whoever asks: a school shares one network. */
export const triesAnHour = 20
const hourMs = 3_600_000

export type Answer =
  /** A message of ours carries this code. */
  | { kind: "code"; isOurs: true; about: MessageKind; owner: Owner; sentAt: Date }
  | { kind: "code"; isOurs: false }
  | { kind: "mistyped" | "reference" | "phone" | "unclear" }
  /** `sender`: our mails come from it; `host`: another address at a host of ours. */
  | { kind: "email"; address: string; is: "sender" | "host" | "foreign"; owner: Owner | null }
  | { kind: "site"; host: string; owner: Owner | null }

/**
 * Says whether a code, an address or a site is ours, from the ledger of mails and the list of official addresses. Of a
 * message it tells the kind in general words, the time and the university: never whom it went to or what it says.
 * Refusals: trust.tries-too-many.
 */
export async function checkMessage(ctx: Ctx, text: string): Promise<Outcome<Answer>> {
  const pasted = readPasted(text)
  if (pasted.kind === "code") {
    const minutes = await countTry(ctx, pasted.code)
    if (minutes > 0) return refuse("trust.tries-too-many", { field: "what", details: { max: triesAnHour, minutes } })
    return done(await findByCode(ctx, pasted.code))
  }
  if (pasted.kind === "email") {
    const sender = officialSenders(ctx.settings).find(({ address }) => address === pasted.address)
    if (sender !== undefined) return done({ kind: "email", address: pasted.address, is: "sender", owner: sender.owner })
    const atSender = officialSenders(ctx.settings).find(({ address }) => address.endsWith(`@${pasted.host}`))?.owner
    const owner = atSender ?? ownerOfHost(ctx.settings, pasted.host)
    return done({ kind: "email", address: pasted.address, is: owner === null ? "foreign" : "host", owner })
  }
  if (pasted.kind === "site") return done({ kind: "site", host: pasted.host, owner: ownerOfHost(ctx.settings, pasted.host) })
  return done({ kind: pasted.kind })
}

/** Counts this try; the minutes to wait when the hour's tries are used up, else 0. Tries of earlier hours are forgotten. */
async function countTry(ctx: Ctx, code: string): Promise<number> {
  const now = ctx.now().getTime()
  const hour = new Date(Math.floor(now / hourMs) * hourMs)
  const codeHash = keyedHash(ctx.settings.secret, "check try", code)
  await ctx.db.checkTry.deleteMany({ where: { hour: { lt: hour } } })
  const [row] = await ctx.db.$queryRaw<{ tries: number }[]>`
    insert into check_try (code_hash, hour, tries) values (${codeHash}, ${hour}::timestamptz, 1)
    on conflict (code_hash, hour) do update set tries = least(check_try.tries + 1, ${triesAnHour + 1})
    returning tries`
  return (row?.tries ?? 0) > triesAnHour ? Math.max(1, Math.ceil((hour.getTime() + hourMs - now) / 60_000)) : 0
}

async function findByCode(ctx: Ctx, code: string): Promise<Answer> {
  // What never left is nobody's to check.
  const mail = await ctx.db.mail.findFirst({
    where: { code, state: { notIn: ["cancelled", "failed"] } },
    orderBy: { createdAt: "desc" },
    select: { kind: true, sender: true, sentAt: true, createdAt: true },
  })
  if (mail !== null) {
    return { kind: "code", isOurs: true, about: messageKindOf(mail.kind), owner: mail.sender, sentAt: mail.sentAt ?? mail.createdAt }
  }
  const copy = await ctx.db.delivery.findFirst({
    where: { code, state: { notIn: ["failed", "skipped"] } },
    select: { movedAt: true, batch: { select: { createdAt: true } }, campaign: { select: { owner: true } } },
  })
  if (copy === null) return { kind: "code", isOurs: false }
  return { kind: "code", isOurs: true, about: "news", owner: copy.campaign.owner, sentAt: copy.batch?.createdAt ?? copy.movedAt }
}
