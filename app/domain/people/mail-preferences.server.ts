import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import { readEmail } from "./contact.server.ts"
import { unsubscribeLinks } from "./preferences-link.server.ts"

type Sent = { id: string; personId: string | null; to: string; sender: Owner; language: Language }

/**
 * The pages of preferences that the feet of mails lead to, by mail: of the person a mail is to, or whom they were found to be
 * since, or of whoever signs in by its address. None when it goes to nobody whom we may send anything: a guardian, staff, an
 * address that nobody has yet. What a mail is about is no reason: a guardian does not choose for the candidate.
 */
export async function mailPreferences(ctx: Ctx, mails: readonly Sent[]): Promise<Map<string, string>> {
  const addresses = new Map(mails.map(({ id, to }) => [id, readEmail(to)?.value]))
  const rows = await ctx.db.$queryRaw<{ id: string; personId: string }[]>`
    /* prepared */
    select m.id::text as id, reader.person_id::text as "personId"
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ id }) => addresses.get(id) ?? null)}::text[],
      ${mails.map(({ personId }) => personId)}::uuid[]) as m(id, address, person_id)
    left join person p on p.id = m.person_id
    cross join lateral (
      select c.person_id from contact c
      where c.kind = 'email' and c.value = m.address and (c.person_id = coalesce(p.merged_into_id, p.id) or c.signs_in)
        and not exists (select 1 from staff s where s.person_id = c.person_id)
      order by c.person_id is not distinct from coalesce(p.merged_into_id, p.id) desc limit 1
    ) as reader`
  const readers = new Map(rows.map(({ id, personId }) => [id, personId]))
  return new Map(
    mails.flatMap(({ id, sender, language }) => {
      const [personId, address] = [readers.get(id), addresses.get(id)]
      if (personId === undefined || address === undefined) return []
      return [[id, unsubscribeLinks(ctx, { personId, owner: sender, language, address }).page] as const]
    }),
  )
}
