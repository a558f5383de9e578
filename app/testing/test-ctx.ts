import { tmpdir } from "node:os"
import path from "node:path"
import { makeCtx, type Actor, type Ctx, type Outside } from "#app/platform/ctx.server.ts"
import { uuidAt } from "#app/platform/clock.server.ts"
import { reactions } from "#app/jobs/reactions.ts"
import type { Language } from "#app/locales/languages.ts"
import { InlineQueue } from "./inline-queue.ts"
import { openStorage } from "#app/platform/storage.server.ts"
import { testDatabase } from "./test-database.ts"

export const testSettings = {
  publicUrl: "http://127.0.0.1:3000",
  isDemo: true,
  secret: "a secret for tests that is long enough",
  mailWebhookSecret: "whsec_dGVzdHMgc2lnbiB0aGVpciB3ZWJob29rcw==",
  senders: { AUI: "AUI <a@aui.example>", UM6P: "UM6P <a@um6p.example>", JOINT: "Rihla <a@rihla.example>" },
}

export type TestCtx = Ctx & {
  /** Moves the frozen clock. */
  setNow(time: Date | string): void
  advance(span: { minutes?: number; hours?: number; days?: number }): void
  /** Runs the queued jobs whose time has come. */
  runJobs(): Promise<void>
  queued(): string[]
  /** Types of the events of a thing, oldest first. */
  events(thingId: string): Promise<string[]>
  /** Kinds of the mails to an address, oldest first, taken-back ones left out. */
  mailsTo(address: string): Promise<string[]>
}

let counter = 0

/** A context with a frozen clock on this file's database; jobs wait until `runJobs`. */
export async function testCtx(
  options: { now?: string; actor?: Actor; language?: Language; outside?: Partial<Outside>; isDemo?: boolean } = {},
): Promise<TestCtx> {
  const database = await testDatabase()
  const queue = new InlineQueue()
  let now = new Date(options.now ?? "2026-11-23T12:00:00Z")
  const clock = {
    now: () => now,
    id: () => {
      counter++
      const random = new Uint8Array(10)
      new DataView(random.buffer).setUint32(6, counter)
      new DataView(random.buffer).setUint32(2, process.pid)
      return uuidAt(now, random)
    },
  }
  const ctx = makeCtx({
    prisma: database.prisma,
    clock,
    enqueue: queue.enqueue,
    reactsTo: new Set(Object.keys(reactions)),
    settings: { ...testSettings, isDemo: options.isDemo ?? true },
    outside: {
      mailer: null,
      gateway: null,
      storage: openStorage(path.join(tmpdir(), `rihla-test-files-${process.pid}`)),
      ...options.outside,
    },
    actor: options.actor ?? { kind: "anonymous" },
    language: options.language ?? "en",
  })
  return {
    ...ctx,
    setNow: (time) => {
      now = new Date(time)
    },
    advance: ({ minutes = 0, hours = 0, days = 0 }) => {
      now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
    runJobs: () => queue.run(ctx),
    queued: () => queue.names,
    events: async (thingId) => {
      const rows = await ctx.db.event.findMany({ where: { thingId }, orderBy: { id: "asc" }, select: { type: true } })
      return rows.map((row) => row.type)
    },
    mailsTo: async (to) => {
      const rows = await ctx.db.mail.findMany({
        where: { to, state: { not: "cancelled" } },
        orderBy: { id: "asc" },
        select: { kind: true },
      })
      return rows.map((row) => row.kind)
    },
  }
}
