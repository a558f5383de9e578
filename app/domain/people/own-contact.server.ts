import { readEmail } from "./contact.server.ts"
import type { Tx } from "#app/platform/ctx.server.ts"

type Reach = { email: string | null; phone: string | null }

/**
 * Which of a guardian's contacts is the candidate's own: the same number, or an e-mail that comes into the same mailbox,
 * however it is dotted or what it has behind a plus. Null when the guardian's are their own. A child does not answer for
 * itself, so this is asked when a guardian is named and again when one agrees.
 */
export async function ownContact(
  db: Pick<Tx["db"], "$queryRaw">,
  personId: string,
  { email, phone }: Reach,
): Promise<"email" | "phone" | null> {
  const rows = await db.$queryRaw<{ kind: "email" | "phone" }[]>`
    select kind::text from contact where person_id = ${personId}::uuid
      and ((kind = 'email' and mailbox = mailbox_of(${readEmail(email ?? "")?.value ?? ""})) or (kind = 'phone' and value = ${phone ?? ""}))
    order by kind limit 1`
  return rows[0]?.kind ?? null
}
