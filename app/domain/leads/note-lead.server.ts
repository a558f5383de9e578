import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { roleMay, staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { mentionedIn } from "./mentioned-in.ts"

/**
 * Adds a note to a lead. Its own university reads it; `isShared`, the other one too, where it has a lead of the same
 * person. Colleagues it names with an @ find it in their list and get a mail in their language, which says nothing of what is in it. The text is
 * checked by `noteForm`.
 * Refusals: not-allowed, not-found, leads.nobody-shares (the other university does not know the person).
 */
export async function noteLead(
  ctx: Ctx,
  { leadId, text, isShared = false }: { leadId: string; text: string; isShared?: boolean },
): Promise<Outcome<{ noteId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({
      where: { id: leadId, university, setAsideBy: null },
      select: { seenAt: true, personId: true },
    })
    if (lead === null) return refuse("not-found")
    // A note holds on to its lead by no key: whoever takes the lead away waits for the note, or the note for them.
    const held = await tx.db.$queryRaw<{ id: string }[]>`select id from lead where id = ${leadId}::uuid for key share`
    if (held.length === 0) return refuse("not-found")
    if (isShared) {
      const other = await tx.db.lead.findFirst({
        where: { personId: lead.personId, university: { not: university }, setAsideBy: null },
        select: { id: true },
      })
      if (other === null) return refuse("leads.nobody-shares", { field: "shared" })
    }
    const now = ctx.now()
    const noteId = ctx.id()
    await tx.db.note.create({
      data: { id: noteId, university, thing: "lead", thingId: leadId, authorId: actor.personId, text, isShared, createdAt: now },
      select: { id: true },
    })
    const staff =
      text.includes("@") || text.includes("＠")
        ? await tx.db.staff.findMany({
            where: { university, isActive: true },
            select: {
              role: true,
              person: {
                select: {
                  id: true,
                  givenName: true,
                  familyName: true,
                  language: true,
                  contacts: { where: { kind: "email", signsIn: true }, take: 1, select: { typed: true } },
                },
              },
            },
          })
        : []
    const colleagues = staff.flatMap(({ role, person }) =>
      roleMay(role, "leads.read") ? [{ ...person, name: `${person.givenName} ${person.familyName}`.trim() }] : [],
    )
    const named = mentionedIn(text, colleagues).filter((id) => id !== actor.personId)
    await tx.db.mention.createMany({ data: named.map((personId) => ({ noteId, personId, createdAt: now })) })
    for (const personId of named) {
      const colleague = colleagues.find(({ id }) => id === personId)
      const address = colleague?.contacts[0]?.typed
      if (colleague === undefined || address === undefined) continue
      await tx.mail("note-mentioned", {
        sender: university,
        to: address,
        personId,
        language: colleague.language,
        props: { by: actor.name, link: `${ctx.settings.publicUrl}/desk/leads/${leadId}` },
        thing: { name: "lead", id: leadId },
      })
    }
    if (lead.seenAt === null) await tx.db.lead.updateMany({ where: { id: leadId, university }, data: { seenAt: now } })
    await tx.record("lead.noted", { name: "lead", id: leadId, university }, { noteId, mentioned: named, isShared })
    return done({ noteId })
  })
}
