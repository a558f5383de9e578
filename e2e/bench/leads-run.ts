import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import type { LeadFilter } from "#app/domain/leads/lead-filter.ts"
import { leadQuery } from "#app/domain/leads/lead-filter.ts"
import { countLeads, countLeadViews, listLeads } from "#app/domain/leads/lead-queries.server.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"
import { findSamePerson } from "#app/domain/people/join-people.server.ts"
import { lookForDuplicates } from "#app/domain/people/look-for-duplicates.server.ts"
import { systemClock } from "#app/platform/clock.server.ts"
import { type Ctx, makeCtx } from "#app/platform/ctx.server.ts"
import { openPostgres } from "#app/platform/db.server.ts"
import { sessionCookies } from "#app/platform/session.server.ts"
import { openStorage } from "#app/platform/storage.server.ts"
import { foldName } from "#app/platform/text.ts"
import { startServer } from "../server.ts"
import { bestOf, type Statement } from "./leads-best.ts"
import { fillLeads, type Filled } from "./leads-fill.ts"
import type { Report } from "./report.ts"
import { throwAwayDatabase } from "./throw-away-database.ts"

const rounds = 25
/** What is quick is asked for so long: where others work on the machine too, a few answers of a millisecond say little. */
const leastMs = 1_500
const secret = randomBytes(32).toString("hex")
const settings = { publicUrl: "", isDemo: false, secret, mailWebhookSecret: null, senders: { AUI: "", UM6P: "", JOINT: "" } }

/** What is asked: by the product's own query, and as the address whose page asks it. */
type Question = { name: string; ask: () => Promise<unknown>; best: Statement[]; path: string | null; most?: number }

export async function runLeads(report: Report, { postgres, leads }: { postgres: string; leads: number }): Promise<void> {
  const database = await throwAwayDatabase(postgres)
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-bench-"))
  try {
    const opened = await openPostgres(database.url, { max: 2 })
    try {
      const ctx = makeCtx({
        prisma: opened.prisma,
        clock: systemClock,
        enqueue: () => Promise.resolve(),
        reactsTo: new Set(),
        settings,
        outside: { mailer: null, gateway: null, storage: openStorage(folder) },
        actor: { kind: "system", job: "bench" },
        language: "fr",
      })
      const staff = await addStaff(ctx)
      const filled = await fillLeads(database.url, leads, (text) => console.error(text))
      report.say("leads", filled.leads, "leads")
      report.say("people", filled.people, "people")
      const questions = await questionsOf(ctx, staff.personId, filled)
      await measureDatabase(report, database.url, questions)
      await measureDoubles(report, ctx, filled)
      await measureRequests(report, database.url, path.join(folder, "data"), staff.session, questions)
    } finally {
      await opened.close()
    }
  } finally {
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Eight who work leads at AUI; the session is the officer's. */
async function addStaff(ctx: Ctx): Promise<{ personId: string; session: string }> {
  const session = randomBytes(32).toString("base64url")
  const now = ctx.now()
  const ids = Array.from({ length: 8 }, () => ctx.id())
  for (const [place, id] of ids.entries()) {
    await ctx.db.person.create({
      data: {
        id,
        givenName: "Salma",
        familyName: `Officer ${place}`,
        nameFolded: `salma officer ${place}`,
        language: "fr",
        createdAt: now,
        staff: { create: { id: ctx.id(), role: "officer", university: "AUI", createdAt: now } },
        ...(place === 0
          ? {
              sessions: {
                create: {
                  id: ctx.id(),
                  audience: "staff",
                  tokenHash: hashSecret(session),
                  createdAt: now,
                  lastSeenAt: now,
                  expiresAt: new Date(now.getTime() + 86_400_000),
                },
              },
            }
          : {}),
      },
      select: { id: true },
    })
  }
  return { personId: ids[0] ?? "", session }
}

async function questionsOf(ctx: Ctx, personId: string, filled: Filled): Promise<Question[]> {
  const scope = { university: "AUI" as const, personId }
  const list = (name: string, filter: LeadFilter, best: Statement[], after: string | null = null): Question => {
    const query = new URLSearchParams(leadQuery(filter))
    if (after !== null) query.set("after", after)
    return { name, ask: () => listLeads(ctx, { ...scope, filter, after }), best, path: `/desk/leads?${query.toString()}` }
  }
  /** The key of a page so many pages down. */
  const down = async (filter: LeadFilter, pages: number) => {
    let after: string | null = null
    for (let page = 0; page < pages; page++) {
      const found: Awaited<ReturnType<typeof listLeads>> = await listLeads(ctx, { ...scope, filter, after, size: 500 })
      if (found.next === null) return after
      after = found.next
    }
    return after
  }
  const best = bestOf(ctx.now(), personId)
  const deep = await down({}, 60)
  const deepWaiting = await down({ need: "waiting" }, 60)
  const someone = filled.sample[Math.floor(filled.sample.length / 2)] ?? filled.sample[0]
  if (someone === undefined) throw new Error("Nobody is there")
  const search = (name: string, words: string) => list(name, { words }, [best.named(foldName(words).split(" "))])
  return [
    list("list, first page", {}, [best.late()]),
    list("list, a page 30,000 rows down", {}, [best.late(deep)], deep),
    list("list, waiting, first page", { need: "waiting" }, [best.planned()]),
    list("list, waiting, 30,000 rows down", { need: "waiting" }, [best.planned(deepWaiting)], deepWaiting),
    list("list, one country", { country: "SN" }, [best.late(null, "and l.country = 'SN'")]),
    list("list, one stage", { stage: "qualified" }, [best.late(null, "and l.stage = 'qualified'"), best.inStage("qualified")]),
    list("list, mine", { owner: "mine" }, [best.mine()]),
    list("list, a tag", { tag: "vip" }, [best.late(null, "and l.tags @> array['vip']")]),
    list("list, by score", { order: "score" }, [best.byScore()]),
    list("list, latest first", { order: "newest" }, [best.newest()]),
    {
      name: "count, all open",
      ask: () => countLeads(ctx, { ...scope, filter: {} }),
      best: [best.count("l.stage <> 'closed'")],
      path: null,
    },
    {
      name: "count, one country",
      ask: () => countLeads(ctx, { ...scope, filter: { country: "SN" } }),
      best: [best.count("l.stage <> 'closed' and l.country = 'SN'")],
      path: null,
    },
    { name: "counts of all views", ask: () => countLeadViews(ctx, scope), best: [best.views()], path: "/desk" },
    search("search, a whole Latin name", someone.name),
    search("search, a common Latin name", "diallo"),
    search("search, a common Arabic name", "محمد"),
    search("search, an Ethiopic name", "ትዕግስት በቀለ"),
    search("search, a name in the other script", "خديجة"),
    search("search, a part of a rare name", "hounkpat"),
    search("search, nobody", "xqzvwk"),
    list("search, a name that has the form of a reference", { words: "Marta Keta" }, [
      best.byReference("MAR-TAK-ETA"),
      best.named(["marta", "keta"]),
    ]),
    list("search, a part of a phone", { words: someone.phone.slice(4) }, [best.byContact("phone", someone.phone.slice(4))]),
    list("search, an e-mail", { words: someone.email }, [best.byContact("email", someone.email)]),
    list("search, a town", { words: "Bouaké" }, [best.named(["bouake"])]),
  ]
}

/** The statements of the product, as it sends them, and the best by hand, in turns on one bare connection. */
async function measureDatabase(report: Report, url: string, questions: readonly Question[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const { name, ask, best } of questions) {
    const own = await statementsOf(ask)
    const [ours, byHand]: [number[], number[]] = [[], []]
    const begunAt = performance.now()
    for (let round = 0; round < rounds || performance.now() - begunAt < leastMs; round++) {
      for (const [statements, times] of [
        [own, ours],
        [best, byHand],
      ] as const) {
        const startedAt = performance.now()
        for (const { text, values } of statements) await client.query(text, values)
        if (round >= 3) times.push(performance.now() - startedAt)
      }
    }
    report.say(`${name}, database, p50`, rounded(share(ours, 0.5)), "ms")
    report.say(`${name}, database, p95`, rounded(share(ours, 0.95)), "ms")
    report.say(`${name}, best by hand, p50`, rounded(share(byHand, 0.5)), "ms")
    report.say(`${name}, best by hand, p95`, rounded(share(byHand, 0.95)), "ms")
    // Below a fifth of a millisecond the wire is measured and not the database.
    const ratio = Math.max(share(ours, 0.5), 0.2) / Math.max(share(byHand, 0.5), 0.2)
    report.say(`${name}, ratio to the best by hand`, rounded(ratio), "of best", { most: 2 })
  }
  await client.end()
}

async function statementsOf(ask: () => Promise<unknown>): Promise<Statement[]> {
  const query = pg.Client.prototype.query
  const heard: Statement[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...args: never[]) {
    const [asked, given] = args as unknown[]
    if (typeof asked === "object" && asked !== null && "text" in asked && typeof asked.text === "string") {
      const values = Array.isArray(given) ? given : "values" in asked && Array.isArray(asked.values) ? asked.values : []
      heard.push({ text: asked.text, values })
    }
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await ask()
  } finally {
    pg.Client.prototype.query = query
  }
  return heard
}

/** Somebody who is like one of those that are there, by contact or by name, is looked for as an enquiry does it. */
async function measureDoubles(report: Report, ctx: Ctx, { sample }: Filled): Promise<void> {
  const [onEntry, around]: [number[], number[]] = [[], []]
  for (const [place, like] of sample.slice(0, 150).entries()) {
    const [givenName = "", ...family] = like.name.split(" ")
    const known = { givenName, familyName: family.join(" "), country: like.country, birthYear: like.year, language: "fr" as const }
    const startedAt = performance.now()
    await findSamePerson(ctx.db, {
      ...known,
      email: { value: place % 2 === 0 ? like.email : `new.${like.email}`, typed: like.email },
      phone: { value: place % 3 === 0 ? like.phone : `+22199${String(place).padStart(7, "0")}`, typed: like.phone },
    })
    onEntry.push(performance.now() - startedAt)
    const id = ctx.id()
    await ctx.db.person.create({
      data: { ...known, id, nameFolded: foldName(like.name), createdAt: ctx.now() },
      select: { id: true },
    })
    const lookedAt = performance.now()
    await lookForDuplicates(ctx, [id])
    around.push(performance.now() - lookedAt)
  }
  report.say("check for doubles on entry, p50", rounded(share(onEntry, 0.5)), "ms")
  report.say("check for doubles on entry, p95", rounded(share(onEntry, 0.95)), "ms", { most: 25 })
  report.say("look for those who may be the same, with suggestions written, p50", rounded(share(around, 0.5)), "ms")
  report.say("look for those who may be the same, with suggestions written, p95", rounded(share(around, 0.95)), "ms", { most: 25 })
}

/** Whole pages of the built server, with the session of an officer: head, all views' counts, list. */
async function measureRequests(
  report: Report,
  url: string,
  dataDir: string,
  session: string,
  questions: readonly Question[],
): Promise<void> {
  const server = await startServer({
    dataDir,
    env: {
      DATABASE_URL: url,
      DEMO: "0",
      LOG_LEVEL: "error",
      SESSION_SECRET: secret,
      RESEND_API_KEY: "re_bench",
      RESEND_BASE_URL: "http://127.0.0.1:9",
      MAIL_FROM_AUI: "AUI <a@aui.example>",
      MAIL_FROM_UM6P: "UM6P <a@um6p.example>",
      MAIL_FROM_ALLIANCE: "Rihla <a@rihla.example>",
    },
  })
  try {
    const cookie = await sessionCookies({ SESSION_SECRET: secret, PUBLIC_URL: server.url }).staff.serialize(session)
    const headers = { cookie: cookie.split(";")[0] ?? "" }
    for (const { name, path: address } of questions) {
      if (address === null) continue
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        const startedAt = performance.now()
        const answer = await fetch(server.url + address, { headers, redirect: "manual" })
        const text = await answer.text()
        if (answer.status !== 200 || !text.includes("</html>")) throw new Error(`${address} answered ${answer.status}`)
        if (round >= 3) times.push(performance.now() - startedAt)
      }
      report.say(`${name}, whole request, p50`, rounded(share(times, 0.5)), "ms")
      report.say(`${name}, whole request, p95`, rounded(share(times, 0.95)), "ms")
    }
  } finally {
    await server.stop()
  }
}

function share(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
