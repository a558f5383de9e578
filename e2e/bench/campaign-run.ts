import { randomBytes } from "node:crypto"
import { tmpdir } from "node:os"
import { audience } from "#app/domain/campaigns/audience.server.ts"
import { sendCampaign } from "#app/domain/campaigns/send-campaign.server.ts"
import { setSegment } from "#app/domain/campaigns/set-segment.server.ts"
import { workCampaign } from "#app/domain/campaigns/work-campaign.server.ts"
import { campaignRenderer } from "#app/emails/render-campaign.ts"
import { systemClock } from "#app/platform/clock.server.ts"
import { type Ctx, makeCtx } from "#app/platform/ctx.server.ts"
import { type Database, openPglite, openPostgres } from "#app/platform/db.server.ts"
import { openStorage } from "#app/platform/storage.server.ts"
import { openResend } from "#app/platform/mailer.server.ts"
import { campaign, staff } from "#app/testing/campaign-readers.ts"
import { everybody } from "#app/domain/campaigns/segment.ts"
import type { Report } from "./report.ts"
import { startVendor } from "./start-vendor.ts"
import { throwAwayDatabase } from "./throw-away-database.ts"

const limitedPeople = 10_000
const perSecond = 10

export async function runCampaigns(report: Report, postgres: string | null): Promise<void> {
  const people = postgres === null ? 20_000 : 100_000
  const vendor = await startVendor()
  const { database, drop } = await open(postgres)
  try {
    await peopleOf(database, "SN", people)
    await peopleOf(database, "KE", limitedPeople)
    await database.prisma.$executeRawUnsafe("analyze")
    // Each with a mailer of its own: the pace that one vendor has told is kept for as long as its mailer lives.
    const ctxOf = () =>
      makeCtx({
        prisma: database.prisma,
        clock: systemClock,
        enqueue: async () => {},
        reactsTo: new Set(),
        settings: {
          publicUrl: "https://rihla.example",
          isDemo: false,
          secret: randomBytes(32).toString("hex"),
          mailWebhookSecret: null,
          senders: { AUI: "AUI <a@aui.example>", UM6P: "UM6P <a@um6p.example>", JOINT: "Rihla <a@rihla.example>" },
        },
        outside: { mailer: openResend({ apiKey: "re_bench", baseUrl: vendor.url }), gateway: null, storage: openStorage(tmpdir()) },
        actor: { kind: "anonymous" },
        language: "fr",
      })
    const ctx = ctxOf()
    const manager = ctx.as(await staff(ctx, "campaigns", "AUI"))
    const begin = async (country: string) => {
      const id = await campaign(manager, manager.actor as Parameters<typeof campaign>[1], { languages: ["fr", "en", "ar"], body })
      await setSegment(manager, { campaignId: id, segment: { ...everybody, countries: [country] } })
      return id
    }
    const work = async (ctx: Ctx, id: string) => {
      for (;;) {
        await workCampaign(ctx, id, campaignRenderer(ctx))
        if ((await ctx.db.campaign.findUniqueOrThrow({ where: { id } })).state !== "sending") return
      }
    }

    // A vendor with a limit first: what is loaded and compiled on the way no longer counts as growth afterwards.
    await vendor.limit(perSecond)
    const slow = await begin("KE")
    await sendCampaign(manager, { campaignId: slow })
    // The vendor tells its limit with its first answer.
    const limitedMs = await timed(() => work(ctx, slow))
    const calls = limitedPeople / 100
    report.say("share of a limited vendor's rate", Math.round((calls / (limitedMs / 1000) / perSecond) * 1000) / 1000, "ratio", {
      least: 0.95,
    })
    report.say("calls refused as too fast", (await vendor.count()).refused, "calls")
    await vendor.limit(0)

    const id = await begin("SN")
    const row = await ctx.db.campaign.findUniqueOrThrow({ where: { id } })
    await audience(ctx, row)
    report.say("audience counted", await timed(async () => void (await audience(ctx, row))), "ms")
    report.say("audience frozen", await timed(async () => void (await sendCampaign(manager, { campaignId: id }))), "ms")

    const before = residentMb()
    let most = before
    const watching = setInterval(() => (most = Math.max(most, residentMb())), 100)
    const ms = await timed(() => work(ctxOf(), id))
    clearInterval(watching)
    const count = await vendor.count()
    report.say("people", people, "people")
    report.say("messages", Math.round(people / (ms / 1000)), "1/s", postgres === null ? undefined : { least: 1_500 })
    report.say("memory growth", Math.round(most - before), "MB", postgres === null ? undefined : { most: 100 })
    report.say("missed", people - count.people, "people", { most: 0 })
    report.say("twice", count.twice, "people", { most: 0 })
  } finally {
    await database.close()
    await drop()
    vendor.stop()
  }
}

const body =
  "Bonjour {{ given_name }},\n\nLes inscriptions ouvrent. Depuis {{ country }}, voici le chemin :\n\n- choisir un programme\n- préparer ses documents\n\n[Voir les programmes](https://rihla.example/fr/programmes)\n\n{{ university }}"

/** People of one country, each with a lead and awake consent at AUI, a third in each language. */
async function peopleOf({ prisma }: Database, country: string, count: number): Promise<void> {
  const each = (sql: string) => prisma.$executeRawUnsafe(sql)
  await each(`insert into person (id, given_name, family_name, name_folded, birth_year, language, country, created_at)
    select gen_random_uuid(), 'Awa ' || n, 'Diop', 'awa diop', 2003, (array['fr', 'en', 'ar'])[1 + n % 3]::language, '${country}', now()
    from generate_series(1, ${count}) n`)
  await each(`insert into contact (id, person_id, kind, value, typed, created_at)
    select gen_random_uuid(), id, 'email', id || '@post.example', id || '@post.example', now() from person where country = '${country}'`)
  await each(`insert into lead (id, person_id, university, language, country, active_at, created_at)
    select gen_random_uuid(), id, 'AUI', language, country, now(), now() from person where country = '${country}'`)
  await each(`insert into consent (id, person_id, university, channel, purpose, address, text_shown, language, source, given_at, awake_at)
    select gen_random_uuid(), id, 'AUI', 'email', 'news', id || '@post.example', 'Oui', language, 'bench', now(), now() from person where country = '${country}'`)
}

async function open(postgres: string | null): Promise<{ database: Database; drop(): Promise<void> }> {
  if (postgres === null) return { database: await openPglite(null), drop: async () => {} }
  const { url, drop } = await throwAwayDatabase(postgres)
  return { database: await openPostgres(url), drop }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return Math.round(performance.now() - startedAt)
}

function residentMb(): number {
  return process.memoryUsage().rss / 1_048_576
}
