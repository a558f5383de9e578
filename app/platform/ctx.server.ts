import { fromPrisma, type PgBoss } from "pg-boss"
import type { TFunction } from "i18next"
import type { MailProps, MailKind } from "#app/emails/mails.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Clock } from "./clock.server.ts"
import type { Db } from "./db.server.ts"
import { tellDesks } from "./desk-news.server.ts"
import type { Gateway } from "./gateway.server.ts"
import { translator } from "./i18n.ts"
import { checkCodeOf } from "./check-code.server.ts"
import type { Mailer } from "./mailer.server.ts"
import type { Storage } from "./storage.server.ts"
import type { Owner, StaffRole, University } from "./prisma-client/enums.ts"
import type { Prisma, PrismaClient } from "./prisma-client/client.ts"

export type Actor =
  | { kind: "anonymous" }
  | { kind: "candidate"; personId: string; sessionId: string }
  | { kind: "staff"; personId: string; sessionId: string; name: string; role: StaffRole; university: University | null }
  | { kind: "partner"; keyId: string; partner: string; university: University | null; scopes: readonly string[] }
  | { kind: "tablet"; tabletId: string; kioskId: string; eventId: string }
  | { kind: "system"; job: string }

export type TabletActor = Extract<Actor, { kind: "tablet" }>
export type PartnerActor = Extract<Actor, { kind: "partner" }>
export type StaffActor = Extract<Actor, { kind: "staff" }>
export type CandidateActor = Extract<Actor, { kind: "candidate" }>

export type MailRequest<Kind extends MailKind = MailKind> = {
  sender: Owner
  to: string
  personId?: string
  language: Language
  props: MailProps<Kind>
  /** What the mail is about, so that it can be explained and found again. */
  thing?: { name: string; id: string }
  /** When it may leave; at once when absent. */
  sendAfter?: Date
}

export type Facts = Record<string, string | number | boolean | null | string[]>

type EnqueueOptions = { startAfter?: Date; key?: string }

/** An event as its row is written, camel-cased. */
export type EventRow = {
  id: string
  type: string
  thing: string
  thingId: string
  university: University | null
  actorKind: Actor["kind"]
  actorId: string | null
  facts: Facts
  createdAt: Date
}

/** A mail as its row is written, camel-cased. */
export type MailRow = {
  id: string
  kind: MailKind
  sender: Owner
  personId: string | null
  to: string
  language: Language
  props: MailProps<MailKind>
  thing: string | null
  thingId: string | null
  /** What its reader checks it by. */
  code: string
  sendAfter: Date
  createdAt: Date
}

/** What a verb writes with. Everything here commits or rolls back together; nothing leaves before commit. */
export type Tx = {
  db: Prisma.TransactionClient
  /** Writes what happened to `thing`, and queues the reactions to it. Facts hold ids and codes, never names or texts. */
  record(type: string, thing: { name: string; id: string; university?: University | null }, facts?: Facts): Promise<void>
  /** Writes a mail row and queues its sending. Returns the row's id. */
  mail<Kind extends MailKind>(kind: Kind, request: MailRequest<Kind>): Promise<string>
  enqueue(job: string, data: Record<string, unknown>, options?: EnqueueOptions): Promise<void>
  /** Queues what follows from rows that were written by a statement of the verb's own, and tells the desks: without it nobody reacts and no mail leaves. */
  follow(written: { events: readonly EventRow[]; mails: readonly MailRow[] }): Promise<void>
}

export type Ctx = {
  db: Db
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** The rows that `tx.record` and `tx.mail` write, for a verb that writes them in a statement of its own and then calls `tx.follow`. */
  eventRow(type: string, thing: { name: string; id: string; university?: University | null }, facts?: Facts): EventRow
  mailRow<Kind extends MailKind>(kind: Kind, request: MailRequest<Kind>): MailRow
  now(): Date
  id(): string
  actor: Actor
  language: Language
  t: TFunction
  settings: Settings
  outside: Outside
  as(actor: Actor): Ctx
  inLanguage(language: Language): Ctx
}

/** What verbs may know of the installation. */
export type Settings = {
  publicUrl: string
  /** The demonstration: codes are shown on the page and sample intakes take applications. */
  isDemo: boolean
  /** Key of every signature and keyed hash the product makes. */
  secret: string
  /** Sender of mails, by whose name they carry. */
  senders: Record<Owner, string>
  /** Key of the signatures on the mail vendor's webhooks; none are believed without it. */
  mailWebhookSecret: string | null
}

/** The services beyond our walls, null where the installation has no key for one, and the place where files lie. */
export type Outside = { mailer: Mailer | null; gateway: Gateway | null; storage: Storage }

type JobRequest = { data: Record<string, unknown>; options: EnqueueOptions }

/** Puts jobs of one name into the queue with the transaction that asks for them. */
export type Enqueue = (tx: Prisma.TransactionClient, job: string, requests: readonly JobRequest[]) => Promise<void>

export function enqueueWith(boss: PgBoss): Enqueue {
  return async (tx, job, requests) => {
    if (requests.length === 0) return
    const rows = requests.map(({ data, options }) => ({
      data,
      ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }),
      ...(options.key === undefined ? {} : { singletonKey: options.key }),
    }))
    await boss.insert(job, rows, { db: fromPrisma(tx) })
  }
}

export type CtxParts = {
  prisma: PrismaClient
  clock: Clock
  enqueue: Enqueue
  /** Types of events that somebody reacts to; each is queued as the job `event.react`. */
  reactsTo: ReadonlySet<string>
  settings: Settings
  outside: Outside
  actor: Actor
  language: Language
  /** Waited for before each transaction: work that nobody waits for goes after what somebody does. */
  giveWay?: () => Promise<void>
}

export function makeCtx(parts: CtxParts): Ctx {
  const { prisma, clock, settings, actor, language } = parts
  const actorId = actorIdOf(actor)
  const ctx: Ctx = {
    db: prisma,
    now: clock.now,
    id: clock.id,
    actor,
    language,
    t: translator(language),
    settings,
    outside: parts.outside,
    as: (other) => makeCtx({ ...parts, actor: other }),
    inLanguage: (other) => makeCtx({ ...parts, language: other }),
    async transaction(work) {
      await parts.giveWay?.()
      return prisma.$transaction((db) => work(makeTx(parts, ctx, db)), { maxWait: 20_000, timeout: 30_000 })
    },
    eventRow: (type, thing, facts = {}) => ({
      id: clock.id(),
      type,
      thing: thing.name,
      thingId: thing.id,
      university: thing.university ?? null,
      actorKind: actor.kind,
      actorId,
      facts,
      createdAt: clock.now(),
    }),
    mailRow(kind, request) {
      const now = clock.now()
      const id = clock.id()
      return {
        id,
        kind,
        sender: request.sender,
        personId: request.personId ?? null,
        to: request.to,
        language: request.language,
        props: request.props,
        thing: request.thing?.name ?? null,
        thingId: request.thing?.id ?? null,
        code: checkCodeOf(settings.secret, id),
        sendAfter: request.sendAfter ?? now,
        createdAt: now,
      }
    },
  }
  return ctx
}

/** What an event says of who did it: the person, the key of the program, or the tablet. */
function actorIdOf(actor: Actor): string | null {
  if (actor.kind === "candidate" || actor.kind === "staff") return actor.personId
  if (actor.kind === "partner") return actor.keyId
  return actor.kind === "tablet" ? actor.tabletId : null
}

const mailsOfJob = 50

/** One job for the mails that leave at the same time. */
function mailJobs(mails: readonly MailRow[]): JobRequest[] {
  return [...Map.groupBy(mails, startOf)].flatMap(([start, together]) => {
    const options = start === undefined ? {} : { startAfter: new Date(start) }
    const ids = together.map(({ id }) => id)
    const parts = Array.from({ length: Math.ceil(ids.length / mailsOfJob) }, (_, part) =>
      ids.slice(part * mailsOfJob, (part + 1) * mailsOfJob),
    )
    return parts.map((mailIds) => ({ data: { mailIds }, options }))
  })
}

/** When it may leave, in milliseconds; undefined for at once. */
function startOf({ sendAfter, createdAt }: MailRow): number | undefined {
  return sendAfter > createdAt ? sendAfter.getTime() : undefined
}

function makeTx({ enqueue, reactsTo }: CtxParts, ctx: Ctx, db: Prisma.TransactionClient): Tx {
  const tx: Tx = {
    db,
    enqueue: (job, data, options = {}) => enqueue(db, job, [{ data, options }]),
    async follow({ events, mails }) {
      await tellDesks(db, events)
      const reacted = events.filter(({ type }) => reactsTo.has(type))
      const reactions = reacted.map(({ type, thing, thingId, facts }) => ({ data: { type, thing, thingId, facts }, options: {} }))
      if (reactions.length > 0) await enqueue(db, "event.react", reactions)
      const codes = mails.filter(({ kind }) => kind === "sign-in-code")
      const others = mails.filter(({ kind }) => kind !== "sign-in-code")
      if (codes.length > 0) await enqueue(db, "mail.send-code", mailJobs(codes))
      if (others.length > 0) await enqueue(db, "mail.send", mailJobs(others))
    },
    async record(type, thing, facts) {
      const row = ctx.eventRow(type, thing, facts)
      await db.event.create({ data: row, select: { id: true } })
      await tx.follow({ events: [row], mails: [] })
    },
    async mail(kind, request) {
      const row = ctx.mailRow(kind, request)
      await db.mail.create({ data: row, select: { id: true } })
      await tx.follow({ events: [], mails: [row] })
      return row.id
    },
  }
  return tx
}
