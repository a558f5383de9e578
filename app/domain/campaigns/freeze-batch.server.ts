import type { Ctx } from "#app/platform/ctx.server.ts"
import { unsubscribeLinks } from "#app/domain/people/preferences-link.server.ts"
import type { Language } from "#app/locales/languages.ts"
import { checkCodeOf } from "#app/platform/check-code.server.ts"
import { type Campaign, Prisma } from "#app/platform/prisma-client/client.ts"
import { audienceRows } from "./audience-sql.server.ts"
import type { CampaignTemplate } from "./campaign-templates.server.ts"
import type { FrozenBatch, FrozenMember } from "./frozen-batch.ts"
import { everybody } from "./segment.ts"

export const batchSize = 100

export type WaitingBatch = { id: string; number: number }

type Queued = { id: string; person_id: string; language: Language; given_name: string; family_name: string; country: string | null }
type Judged = { person_id: string; email: string; address: string; reason: string | null }

/**
 * Takes the next hundred of the queue, leaves out whoever has withdrawn or been suppressed since the audience was
 * frozen, and keeps the batch's bytes before anything is sent. "left-out" when nobody of the hundred remained; null
 * when nobody waits or the campaign is no longer this run's to send.
 */
export async function freezeBatch(
  ctx: Ctx,
  campaign: Campaign,
  workerId: string,
  templates: Partial<Record<Language, CampaignTemplate>>,
): Promise<WaitingBatch | "left-out" | null> {
  return ctx.transaction(async ({ db }) => {
    const now = ctx.now()
    // Pausing and cancelling wait for this transaction, or this one sees that they came first.
    const mine = await db.$queryRaw<unknown[]>`
      select 1 from campaign where id = ${campaign.id}::uuid and state = 'sending' and worker_id = ${workerId}::uuid for share`
    if (mine.length === 0) return null
    const queued = await db.$queryRaw<Queued[]>`
      select d.id, d.person_id, d.language::text as language, p.given_name, p.family_name, p.country
      from delivery d join person p on p.id = d.person_id
      where d.campaign_id = ${campaign.id}::uuid and d.state = 'queued'
      order by d.id limit ${batchSize} for update of d skip locked`
    if (queued.length === 0) return null

    const among = queued.map((row) => row.person_id)
    const judged = await db.$queryRaw<Judged[]>(
      Prisma.sql`select person_id, email, address, reason from (${audienceRows({ ...campaign, segment: everybody }, now, among)}) as audience`,
    )
    const byPerson = new Map(judged.map((row) => [row.person_id, row]))
    const members: FrozenMember[] = []
    const codes: string[] = []
    const leftOut: { id: string; reason: string }[] = []
    for (const row of queued) {
      // Nobody says anything of who was found to be another person of this audience, and gets the copy as that one.
      const verdict = byPerson.get(row.person_id)
      const template = templates[row.language]
      if (template === undefined) throw new Error("A campaign is being sent without the message of a language")
      if (verdict === undefined || verdict.reason !== null) {
        leftOut.push({ id: row.id, reason: verdict?.reason ?? "same_address" })
        continue
      }
      const links = unsubscribeLinks(ctx, {
        personId: row.person_id,
        owner: campaign.owner,
        language: row.language,
        address: verdict.address,
      })
      const values = template.valuesFor({ givenName: row.given_name, familyName: row.family_name, country: row.country })
      const code = checkCodeOf(ctx.settings.secret, row.id)
      codes.push(code)
      members.push({
        delivery: row.id,
        person: row.person_id,
        to: verdict.email,
        language: row.language,
        oneClick: links.oneClick,
        values: [links.page, code, ...values],
      })
    }
    if (leftOut.length > 0) {
      await db.$executeRaw`
        update delivery d set state = 'skipped', skipped_reason = v.reason, moved_at = ${now}::timestamptz
        from unnest(${leftOut.map((row) => row.id)}::uuid[], ${leftOut.map((row) => row.reason)}::text[]) as v(id, reason)
        where d.id = v.id`
    }
    if (members.length === 0) return "left-out"

    const used = new Set(members.map((member) => member.language))
    const body: FrozenBatch = {
      from: ctx.settings.senders[campaign.owner],
      templates: Object.fromEntries(
        Object.entries(templates).flatMap(([language, template]) => (used.has(language as Language) ? [[language, template.frozen]] : [])),
      ),
      members,
    }
    const id = ctx.id()
    const [{ number } = { number: 1 }] = await db.$queryRaw<{ number: number }[]>`
      with batch as (
        insert into campaign_batch (id, campaign_id, number, body, created_at)
        select ${id}::uuid, ${campaign.id}::uuid, coalesce(max(number), 0) + 1, ${JSON.stringify(body)}, ${now}::timestamptz
        from campaign_batch where campaign_id = ${campaign.id}::uuid
        returning id, number
      ), claimed as (
        update delivery d set state = 'claimed', batch_id = batch.id, email = v.email, code = v.code, moved_at = ${now}::timestamptz
        from batch, unnest(${members.map((member) => member.delivery)}::uuid[], ${members.map((member) => member.to)}::text[],
          ${codes}::text[]) as v(id, email, code)
        where d.id = v.id
      )
      select number from batch`
    return { id, number }
  })
}
