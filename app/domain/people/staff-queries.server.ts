import type { Ctx } from "#app/platform/ctx.server.ts"

/** All staff of both universities and the alliance, the active first. For the admin. */
export async function listStaff(ctx: Ctx) {
  const rows = await ctx.db.staff.findMany({
    orderBy: [{ isActive: "desc" }, { university: "asc" }, { role: "asc" }, { createdAt: "asc" }],
    select: {
      id: true,
      role: true,
      university: true,
      isActive: true,
      createdAt: true,
      person: {
        select: {
          id: true,
          givenName: true,
          familyName: true,
          language: true,
          contacts: { where: { kind: "email", signsIn: true }, take: 1, select: { typed: true } },
          sessions: { where: { audience: "staff" }, orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
        },
      },
    },
  })
  return rows.map(({ person, ...row }) => ({
    ...row,
    personId: person.id,
    name: `${person.givenName} ${person.familyName}`.trim(),
    language: person.language,
    email: person.contacts[0]?.typed ?? "",
    lastSeenAt: person.sessions[0]?.lastSeenAt ?? null,
  }))
}
