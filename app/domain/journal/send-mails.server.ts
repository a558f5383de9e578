import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Mailer, Message } from "#app/platform/mailer.server.ts"
import { type Mail, Prisma } from "#app/platform/prisma-client/client.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"

type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> }
/** Reads at once what all these mails need, and gives the way to render one of them. */
type Renderer = (mails: readonly Mail[]) => Promise<(mail: Mail) => Promise<Rendered>>

/** How many need nothing more (left, refused, kept in the outbox), why others are to be tried again, and what kept some from being rendered. */
export type Sending = { settled: number; waits: string | null; broken: { mailId: string; error: unknown }[] }
type Tried = Omit<Sending, "broken">

/** The vendor takes a hundred in a call. So many are frozen by one statement that holds up nobody for long. */
const mostTogether = 50
/** The vendor forgets a key after 24 hours; a mail whose outcome is unknown for longer is never sent again. */
const keyLifetimeMs = 23 * 3_600_000

const nothing: Tried = { settled: 0, waits: null }

/**
 * Sends queued mails, many of one sender in one call, because a vendor lets few calls through in a second. What goes together
 * is frozen together before the first try, as one batch (`batchId`): every retry carries the same bytes under the same key,
 * whoever tries. A code to sign in with goes first and alone, because somebody waits for it, and what has waited longer goes
 * before what is new. Running it twice is harmless: only a queued mail whose time has come is sent. A call that has to be
 * made again holds up its own sender and no other.
 */
export async function sendMails(ctx: Ctx, mailIds: readonly string[], renderer: Renderer): Promise<Sending> {
  const queued = await ctx.db.mail.findMany({ where: { id: { in: [...mailIds] }, state: "queued" }, orderBy: { id: "asc" } })
  // The queue's clock may run before ours by a moment: a mail that is early is tried again, not forgotten.
  const due = queued.filter(({ sendAfter }) => sendAfter <= ctx.now())
  const sending: Sending = { settled: 0, waits: due.length < queued.length ? "before its time" : null, broken: [] }

  const fresh = due.filter(({ html }) => html === null)
  const render = fresh.length === 0 ? null : await renderer(fresh)
  const heldUp = new Set<Owner>()
  for (const [first, ...others] of callsOf(due)) {
    if (heldUp.has(first.sender)) continue
    const tried =
      first.html !== null || render === null
        ? await tryAgain(ctx, first.batchId === null ? { id: first.id } : { batchId: first.batchId })
        : await tryFirst(ctx, await renderAll([first, ...others], render, sending))
    sending.settled += tried.settled
    if (tried.waits === null) continue
    sending.waits = tried.waits
    heldUp.add(first.sender)
  }
  return sending
}

type Call = [Mail, ...Mail[]]

/** In the order in which they go. Of what is frozen one mail stands for its batch. */
function callsOf(mails: readonly Mail[]): Call[] {
  const codes = mails.filter(({ kind }) => kind === "sign-in-code")
  const others = mails.filter(({ kind }) => kind !== "sign-in-code")
  const frozen = others.filter(({ html }) => html !== null)
  const calls = [...codes, ...new Map(frozen.map((mail) => [mail.batchId ?? mail.id, mail])).values()].map((mail): Call => [mail])
  const bySender = Map.groupBy(
    others.filter(({ html }) => html === null),
    ({ sender }) => sender,
  )
  for (const ofSender of bySender.values()) {
    for (let from = 0; from < ofSender.length; from += mostTogether) {
      const [first, ...rest] = ofSender.slice(from, from + mostTogether)
      if (first !== undefined) calls.push([first, ...rest])
    }
  }
  return calls
}

async function renderAll(mails: readonly Mail[], render: (mail: Mail) => Promise<Rendered>, { broken }: Sending): Promise<Mail[]> {
  const rendered: Mail[] = []
  for (const mail of mails) {
    try {
      rendered.push({ ...mail, ...(await render(mail)) })
    } catch (error) {
      broken.push({ mailId: mail.id, error })
    }
  }
  return rendered
}

/** Freezes what was just rendered, and sends it. Of two who render the same mail the first freezes it, and it is theirs to send. */
async function tryFirst(ctx: Ctx, rendered: readonly Mail[]): Promise<Tried> {
  if (rendered.length === 0) return nothing
  const { mailer } = ctx.outside
  const batchId = mailer === null || rendered.length === 1 ? null : ctx.id()
  const bodies = rendered.map(({ id, subject, html, text, headers }) => ({ id, subject, html, text, headers }))
  const now = ctx.now()
  const frozen = await ctx.db.$queryRaw<{ id: string; tries: number }[]>`
    update mail set subject = f.subject, html = f.html, text = f.text, headers = f.headers, batch_id = ${batchId}::uuid,
      state = ${mailer === null ? "held" : "queued"}::mail_state, tries = tries + ${mailer === null ? 0 : 1}::int,
      first_tried_at = ${mailer === null ? null : now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as f(id uuid, subject text, html text, text text, headers jsonb)
    where mail.id = f.id and mail.state = 'queued' and mail.html is null
    returning mail.id::text as id, mail.tries`
  const [first] = frozen
  if (mailer === null || first === undefined) return { settled: frozen.length, waits: null }
  const ids = new Set(frozen.map(({ id }) => id))
  return send(ctx, mailer, { batchId, mails: rendered.filter(({ id }) => ids.has(id)), triedBefore: false, tries: first.tries })
}

/** Sends once more what is frozen: all of its batch, whatever has become of some of it, because other bytes would be another call. */
async function tryAgain(ctx: Ctx, batch: { id: string } | { batchId: string }): Promise<Tried> {
  const { mailer } = ctx.outside
  const now = ctx.now()
  const stillQueued = { ...batch, state: "queued" } as const
  if (mailer === null) {
    const { count } = await ctx.db.mail.updateMany({ where: stillQueued, data: { state: "held", batchId: null } })
    return { settled: count, waits: null }
  }
  const { count } = await ctx.db.mail.updateMany({
    where: { ...stillQueued, firstTriedAt: { lt: new Date(now.getTime() - keyLifetimeMs) } },
    data: { state: "unknown", problem: "no answer within a day", batchId: null },
  })
  if (count > 0) return { settled: count, waits: null }
  // Written before the call, and told from what was there before it: of two who try at once one is the first.
  const [tried] = await ctx.db.$queryRaw<{ before: Date | null; tries: number }[]>`
    with before as (
      select id, first_tried_at from mail
      where state = 'queued' and ${"id" in batch ? Prisma.sql`id = ${batch.id}::uuid` : Prisma.sql`batch_id = ${batch.batchId}::uuid`}
      order by id for update
    )
    update mail set tries = tries + 1, first_tried_at = coalesce(mail.first_tried_at, ${now}::timestamptz) from before
    where mail.id = before.id returning before.first_tried_at as before, mail.tries`
  if (tried === undefined) return nothing
  const mails = await ctx.db.mail.findMany({ where: batch, orderBy: { id: "asc" } })
  // Halved by another meanwhile.
  if (mails.every(({ state }) => state !== "queued")) return nothing
  return send(ctx, mailer, { batchId: mails[0]?.batchId ?? null, mails, triedBefore: tried.before !== null, tries: tried.tries })
}

type Batch = { batchId: string | null; mails: readonly Mail[]; triedBefore: boolean; tries: number }

async function send(ctx: Ctx, mailer: Mailer, { batchId, mails, triedBefore, tries }: Batch): Promise<Tried> {
  const [first] = mails
  if (first === undefined) return nothing
  const ids = mails.map(({ id }) => id)
  const queued = { id: { in: ids }, state: "queued" } as const
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
    await ctx.db.mail.updateMany({ where: queued, data: { state: "failed", problem, batchId: null } })
    return { settled: 1, waits: null }
  }
  if (result.outcome === "unknown" && result.isForGood === true) {
    await ctx.db.mail.updateMany({ where: queued, data: { state: "unknown", problem, batchId: null } })
    return { settled: ids.length, waits: null }
  }
  await ctx.db.mail.updateMany({ where: queued, data: { problem } })
  // What the vendor surely did not take may wait for longer than its key lives, such as until a quota is renewed. Not when
  // somebody else is trying it by now.
  if (result.outcome !== "unknown" && !triedBefore)
    await ctx.db.mail.updateMany({ where: { ...queued, tries }, data: { firstTriedAt: null } })
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
