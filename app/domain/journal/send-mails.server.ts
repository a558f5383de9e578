import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Mailer, Message } from "#app/platform/mailer.server.ts"
import type { Mail } from "#app/platform/prisma-client/client.ts"

type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> }
/** Reads at once what all these mails need, and gives the way to render one of them. */
type Renderer = (mails: readonly Mail[]) => Promise<(mail: Mail) => Promise<Rendered>>

/** How many need nothing more (left, refused, kept in the outbox), why the rest is to be tried again, and what kept some from being rendered. */
export type Sending = { settled: number; waits: string | null; broken: unknown[] }
type Tried = Omit<Sending, "broken">

/** The vendor takes a hundred in a call; so many are rendered in a twentieth of a second, in which a reader waits. */
const mostTogether = 50
/** The vendor forgets a key after 24 hours; a mail whose outcome is unknown for longer is never sent again. */
const keyLifetimeMs = 23 * 3_600_000

const nothing: Tried = { settled: 0, waits: null }

/**
 * Sends queued mails, many in one call, because a vendor lets few calls through in a second. What goes together is frozen
 * together before the first try, as one batch (`batchId`): every retry carries the same bytes under the same key, whoever
 * tries. A code to sign in with goes first and alone: somebody waits for it. Running it twice is harmless: only a queued mail
 * whose time has come is sent. The first call that has to be made again ends the run.
 */
export async function sendMails(ctx: Ctx, mailIds: readonly string[], renderer: Renderer): Promise<Sending> {
  const queued = await ctx.db.mail.findMany({ where: { id: { in: [...mailIds] }, state: "queued" }, orderBy: { id: "asc" } })
  // The queue's clock may run before ours by a moment: a mail that is early is tried again, not forgotten.
  const due = queued.filter(({ sendAfter }) => sendAfter <= ctx.now())
  const sending: Sending = { settled: 0, waits: due.length < queued.length ? "before its time" : null, broken: [] }
  const goesOn = (tried: Tried) => {
    sending.settled += tried.settled
    sending.waits = tried.waits ?? sending.waits
    return tried.waits === null
  }

  const fresh = due.filter(({ html }) => html === null)
  const render = fresh.length === 0 ? null : await renderer(fresh)
  for (const group of groupsOf(fresh)) {
    const rendered: Mail[] = []
    for (const mail of group) {
      try {
        if (render !== null) rendered.push({ ...mail, ...(await render(mail)) })
      } catch (error) {
        sending.broken.push(error)
      }
    }
    if (!goesOn(await tryFirst(ctx, rendered))) return sending
  }

  const frozen = due.filter(({ html }) => html !== null)
  const batches = new Map(frozen.map(({ batchId, id }) => [batchId ?? id, batchId === null ? { id } : { batchId }]))
  for (const batch of batches.values()) if (!goesOn(await tryAgain(ctx, batch))) return sending
  return sending
}

function groupsOf(mails: readonly Mail[]): Mail[][] {
  const codes = mails.filter(({ kind }) => kind === "sign-in-code")
  const others = mails.filter(({ kind }) => kind !== "sign-in-code")
  const groups = codes.map((code) => [code])
  for (let from = 0; from < others.length; from += mostTogether) groups.push(others.slice(from, from + mostTogether))
  return groups
}

/** Freezes what was just rendered, and sends it. Of two who render the same mail the first freezes it, and it is theirs to send. */
async function tryFirst(ctx: Ctx, rendered: readonly Mail[]): Promise<Tried> {
  if (rendered.length === 0) return nothing
  const { mailer } = ctx.outside
  const batchId = mailer === null || rendered.length === 1 ? null : ctx.id()
  const bodies = rendered.map(({ id, subject, html, text, headers }) => ({ id, subject, html, text, headers }))
  const now = ctx.now()
  const frozen = await ctx.db.$queryRaw<{ id: string }[]>`
    update mail set subject = f.subject, html = f.html, text = f.text, headers = f.headers, batch_id = ${batchId}::uuid,
      state = ${mailer === null ? "held" : "queued"}::mail_state, tries = tries + ${mailer === null ? 0 : 1}::int,
      first_tried_at = ${mailer === null ? null : now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as f(id uuid, subject text, html text, text text, headers jsonb)
    where mail.id = f.id and mail.state = 'queued' and mail.html is null
    returning mail.id::text as id`
  if (mailer === null) return { settled: frozen.length, waits: null }
  const ids = new Set(frozen.map(({ id }) => id))
  return send(ctx, mailer, {
    batchId,
    mails: rendered.filter(({ id }) => ids.has(id)),
    firstTriedBefore: null,
  })
}

/** Sends once more what is frozen: all of its batch, whatever has become of some of it, because other bytes would be another call. */
async function tryAgain(ctx: Ctx, batch: { id: string } | { batchId: string }): Promise<Tried> {
  const mails = await ctx.db.mail.findMany({ where: batch, orderBy: { id: "asc" } })
  const [first] = mails
  if (first === undefined) return nothing
  const { mailer } = ctx.outside
  const now = ctx.now()
  const firstTriedAt = first.firstTriedAt ?? now
  const isTooLate = now.getTime() - firstTriedAt.getTime() > keyLifetimeMs
  const { count } = await ctx.db.mail.updateMany({
    where: { ...batch, state: "queued" },
    data:
      mailer === null
        ? { state: "held", batchId: null }
        : isTooLate
          ? { state: "unknown", problem: "no answer within a day", batchId: null }
          : { firstTriedAt, tries: { increment: 1 } },
  })
  if (count === 0 || mailer === null || isTooLate) return { settled: count, waits: null }
  return send(ctx, mailer, { batchId: first.batchId, mails, firstTriedBefore: first.firstTriedAt })
}

type Batch = { batchId: string | null; mails: readonly Mail[]; firstTriedBefore: Date | null }

async function send(ctx: Ctx, mailer: Mailer, { batchId, mails, firstTriedBefore }: Batch): Promise<Tried> {
  const [first] = mails
  if (first === undefined) return nothing
  const ids = mails.map(({ id }) => id)
  const result = await mailer.sendBatch(
    mails.map((mail) => messageOf(ctx, mail)),
    batchId === null ? `mail/${first.id}` : `mails/${batchId}`,
  )
  if (result.outcome === "sent") {
    await ctx.db.$executeRaw`
      update mail set state = 'sent', sent_at = ${ctx.now()}::timestamptz, vendor_id = v.vendor_id, problem = null, batch_id = null
      from unnest(${ids}::uuid[], ${result.ids}::text[]) as v(id, vendor_id) where mail.id = v.id and mail.state = 'queued'`
    return { settled: ids.length, waits: null }
  }
  const { problem } = result
  if (result.outcome === "refused") {
    if (batchId !== null && mails.length > 1) return tryHalves(ctx, batchId, ids)
    await ctx.db.mail.updateMany({ where: { id: { in: ids }, state: "queued" }, data: { state: "failed", problem, batchId: null } })
    return { settled: 1, waits: null }
  }
  // What the vendor surely did not take may wait for longer than its key lives, such as until a quota is renewed.
  const isSurelyUnsent = result.outcome !== "unknown" && firstTriedBefore === null
  await ctx.db.mail.updateMany({
    where: { id: { in: ids }, state: "queued" },
    data: { problem, ...(isSurelyUnsent ? { firstTriedAt: null } : {}) },
  })
  return { settled: 0, waits: problem }
}

/** One bad address makes the vendor refuse all, and nothing went: the halves are tried apart, until it stands alone and fails. */
async function tryHalves(ctx: Ctx, batchId: string, ids: readonly string[]): Promise<Tried> {
  const middle = Math.ceil(ids.length / 2)
  const halves = [ids.slice(0, middle), ids.slice(middle)].map((half) => ({ half, own: half.length === 1 ? null : ctx.id() }))
  const isOurs = await ctx.transaction(async ({ db }) => {
    let count = 0
    for (const { half, own } of halves) {
      const parted = await db.mail.updateMany({
        where: { id: { in: half }, batchId, state: "queued" },
        data: { batchId: own, firstTriedAt: null },
      })
      count += parted.count
    }
    return count > 0
  })
  if (!isOurs) return nothing
  let settled = 0
  for (const { half, own } of halves) {
    const tried = await tryAgain(ctx, own === null ? { id: half[0] ?? "" } : { batchId: own })
    settled += tried.settled
    if (tried.waits !== null) return { settled, waits: tried.waits }
  }
  return { settled, waits: null }
}

function messageOf(ctx: Ctx, mail: Mail): Message {
  return {
    from: ctx.settings.senders[mail.sender],
    to: mail.to,
    subject: mail.subject ?? "",
    html: mail.html ?? "",
    text: mail.text ?? "",
    headers: headersOf(mail.headers),
    tags: [{ name: "mail", value: mail.id }],
  }
}

/** In one order, whether they come from the rendering or from the database: a retry has the same bytes. */
function headersOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {}
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string")
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
