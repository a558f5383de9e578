import { refreshSearch } from "#app/domain/catalogue/refresh-search.server.ts"
import { writeFirstRules } from "#app/domain/eligibility/write-first-rules.server.ts"
import { makeCtx, enqueueWith, type Actor, type Ctx } from "#app/platform/ctx.server.ts"
import { hearContentMoved } from "#app/platform/content-news.server.ts"
import { DeskLive } from "#app/platform/desk-live.server.ts"
import { hearDesks, tellDesk } from "#app/platform/desk-news.server.ts"
import { systemClock } from "#app/platform/clock.server.ts"
import { openPglite, openPostgres, type Database } from "#app/platform/db.server.ts"
import type { Env } from "#app/platform/env.server.ts"
import { openStripe } from "#app/platform/gateway.server.ts"
import { openLog, type Log } from "#app/platform/log.server.ts"
import { openStorage } from "#app/platform/storage.server.ts"
import { openResend } from "#app/platform/mailer.server.ts"
import { openQueue, startWork } from "#app/platform/queue.server.ts"
import type { Traffic } from "#app/platform/traffic.server.ts"
import type { Language } from "#app/locales/languages.ts"
import { jobs } from "./jobs.ts"
import { reactions } from "./reactions.ts"
import { schedule } from "./schedule.ts"

export type Platform = {
  env: Env
  log: Log
  database: Database
  /** The open tabs of the desk; null where no pages are served. */
  live: DeskLive | null
  ctxFor(actor: Actor, language: Language): Ctx
  stop(): Promise<void>
}

const contentPollMs = 2_000

const tidyMs = 15_000

/** So long a job, and each of its transactions, gives way to those who ask, where the process that runs it answers them too. */
const giveWayMs = 150

type Options = {
  onContentVersion?: (version: number) => void
  /** The answers of this process; its jobs give way to them. */
  traffic?: Traffic
}

/** Opens the database, the queue and the outside services, and runs the jobs where the process is to run them. */
export async function startPlatform(env: Env, options: Options = {}): Promise<Platform> {
  const log = openLog(env.LOG_LEVEL)
  const database = env.DATABASE_URL === undefined ? await openPglite(env.DATA_DIR) : await openPostgres(env.DATABASE_URL)
  const boss = await openQueue(
    database,
    log,
    Object.entries(jobs).map(([name, job]) => ({ name, retryLimit: job.retryLimit })),
  )
  const outside = {
    storage: openStorage(env.DATA_DIR),
    mailer: env.RESEND_API_KEY === undefined ? null : openResend({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL }),
    gateway:
      env.STRIPE_SECRET_KEY === undefined
        ? null
        : openStripe({ secretKey: env.STRIPE_SECRET_KEY, webhookSecret: env.STRIPE_WEBHOOK_SECRET, apiBase: env.STRIPE_API_BASE }),
  }
  const settings = {
    publicUrl: env.PUBLIC_URL,
    isDemo: env.DEMO,
    secret: env.SESSION_SECRET,
    mailWebhookSecret: env.RESEND_WEBHOOK_SECRET ?? null,
    senders: {
      AUI: env.MAIL_FROM_AUI ?? "Al Akhawayn <admissions@aui.example>",
      UM6P: env.MAIL_FROM_UM6P ?? "UM6P <admissions@um6p.example>",
      JOINT: env.MAIL_FROM_ALLIANCE ?? "Rihla <bonjour@rihla.example>",
    },
  }
  const reactsTo = new Set(Object.keys(reactions))
  const parts = { prisma: database.prisma, clock: systemClock, enqueue: enqueueWith(boss), reactsTo, settings, outside }
  const ctxFor = (actor: Actor, language: Language) => makeCtx({ ...parts, actor, language })
  const giveWay = async () => options.traffic?.calm(giveWayMs)

  // A worker waits for it too: it works on nothing half-built.
  if (env.DEMO) {
    const { seedIfEmpty } = await import("#prisma/seed/seed.ts")
    await seedIfEmpty({ database, settings, enqueue: enqueueWith(boss), storage: outside.storage, today: systemClock.now(), log })
  }

  // Words of our own are part of the search: a new version of the product may bring others.
  await database.alone(() => refreshSearch(database.prisma))
  // And so may the rules it begins with.
  await database.alone(() => writeFirstRules(ctxFor({ kind: "system", job: "start" }, "en")))

  const tidy = () => database.tidy().catch((error: unknown) => log.warn({ error }, "database.untidy"))
  await tidy()
  const tidies = setInterval(() => void tidy(), tidyMs)
  tidies.unref()

  const readVersion = async () => {
    const row = await database.prisma.contentVersion.findUnique({ where: { id: 1 }, select: { version: true } })
    options.onContentVersion?.(row?.version ?? 1)
  }
  const stopHearing = options.onContentVersion === undefined ? null : await hearContentMoved(database, options.onContentVersion)
  await readVersion()
  // What is published is heard at once. Where nothing can be heard, behind some poolers of connections, every process looks again.
  const poll = options.onContentVersion === undefined ? null : setInterval(() => void readVersion().catch(() => {}), contentPollMs)
  poll?.unref()

  const live =
    options.onContentVersion === undefined
      ? null
      : new DeskLive((news) => void tellDesk(database.prisma, news).catch(() => log.warn({ news: news.kind }, "desk.untold")))
  const stopLive = live === null ? null : await hearDesks(database, (news) => live.hear(news))

  if (env.PROCESS === "web" || env.PROCESS === "worker") {
    await startWork(
      boss,
      log,
      Object.entries(jobs).map(([name, job]) => ({
        name,
        retryLimit: job.retryLimit,
        concurrency: job.concurrency,
        most: job.most,
        cron: schedule[name],
        handle: async (all) => {
          await giveWay()
          await job.run(makeCtx({ ...parts, actor: { kind: "system", job: name }, language: "en", giveWay }), job.join(all), log)
        },
      })),
    )
  }

  return {
    env,
    log,
    database,
    live,
    ctxFor,
    async stop() {
      clearInterval(tidies)
      if (poll !== null) clearInterval(poll)
      await stopHearing?.()
      live?.stop()
      await stopLive?.()
      await boss.stop({ graceful: true, timeout: 10_000 })
      await database.close()
    },
  }
}
