import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import { readEmail } from "./contact.server.ts"
import { unsubscribeLinks } from "./preferences-link.server.ts"

type Sent = { personId: string | null; to: string; sender: Owner; language: Language }

/**
 * The page of preferences that the foot of a mail leads to: of the person the mail is to, or of whoever signs in by its
 * address. Null when it goes to nobody whom we may send anything: a guardian, staff, an address that nobody has yet. What a
 * mail is about is no reason: a guardian does not choose for the candidate.
 */
export async function mailPreferences(ctx: Ctx, { personId, to, sender, language }: Sent): Promise<string | null> {
  const address = readEmail(to)?.value
  if (address === undefined) return null
  const contacts = await ctx.db.contact.findMany({
    where: {
      kind: "email",
      value: address,
      OR: [...(personId === null ? [] : [{ personId }]), { signsIn: true }],
      person: { staff: { none: {} } },
    },
    select: { personId: true },
  })
  const reader = contacts.find((contact) => contact.personId === personId) ?? contacts[0]
  return reader === undefined ? null : unsubscribeLinks(ctx, { personId: reader.personId, owner: sender, language, address }).page
}
