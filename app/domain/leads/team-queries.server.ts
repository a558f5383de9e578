import type { Ctx } from "#app/platform/ctx.server.ts"
import type { StaffRole, University } from "#app/platform/prisma-client/enums.ts"
import { moroccoDay } from "#app/domain/catalogue/morocco-time.ts"
import { roleMay } from "#app/domain/people/permissions.ts"
import { dayKey } from "./answer-clock.ts"

export type Colleague = {
  id: string
  name: string
  role: StaffRole
  isActive: boolean
  open: number
  late: number
  /** The last day of the absence that runs today. */
  awayUntil: Date | null
}

/** Who works leads at a university, and whoever left with open ones; how many each has, and who is away today. */
export async function listTeam(ctx: Ctx, university: University): Promise<{ colleagues: Colleague[]; nobodys: number }> {
  const staff = await ctx.db.staff.findMany({
    where: { university },
    orderBy: [{ isActive: "desc" }, { createdAt: "asc" }],
    select: { role: true, isActive: true, person: { select: { id: true, givenName: true, familyName: true } } },
  })
  const loads = await ctx.db.$queryRaw<{ owner_id: string | null; open: number; late: number }[]>`
    select owner_id::text as owner_id, count(*)::int as open, (count(*) filter (where answer_due_at < ${ctx.now()}::timestamptz))::int as late
    from lead where university = ${university}::university and owner_id is not null and stage <> 'closed' and set_aside_by is null
    group by owner_id`
  const [nobodys] = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from lead where university = ${university}::university and owner_id is null and stage <> 'closed' and set_aside_by is null
      limit 1001) some_of_them`
  const away = await listAbsences(ctx, university)
  const today = new Date(dayKey(moroccoDay(ctx.now())))
  const found = new Map<string, Colleague>()
  for (const { role, isActive, person } of staff) {
    const load = loads.find((one) => one.owner_id === person.id)
    const works = isActive && roleMay(role, "leads.work")
    if ((!works && load === undefined) || (found.get(person.id)?.isActive ?? false)) continue
    found.set(person.id, {
      id: person.id,
      name: `${person.givenName} ${person.familyName}`.trim(),
      role,
      isActive: works,
      open: load?.open ?? 0,
      late: load?.late ?? 0,
      awayUntil: away.find((one) => one.personId === person.id && one.from <= today && one.until >= today)?.until ?? null,
    })
  }
  return { colleagues: [...found.values()], nobodys: nobodys?.count ?? 0 }
}

/** Absences of those who work at a university that run or are to come, in their order. */
export async function listAbsences(ctx: Ctx, university: University) {
  const staff = await ctx.db.staff.findMany({ where: { university, isActive: true }, select: { personId: true } })
  return ctx.db.absence.findMany({
    where: { personId: { in: staff.map(({ personId }) => personId) }, until: { gte: new Date(dayKey(moroccoDay(ctx.now()))) } },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    take: 200,
  })
}

/** The rules by which a university gives new leads to somebody, in the order in which they are asked. */
export function listAssignmentRules(ctx: Ctx, university: University) {
  return ctx.db.assignmentRule.findMany({ where: { university }, orderBy: [{ position: "asc" }, { id: "asc" }] })
}

export function findAssignmentRule(ctx: Ctx, { university, ruleId }: { university: University; ruleId: string }) {
  return ctx.db.assignmentRule.findFirst({ where: { id: ruleId, university } })
}

/** The holidays a university has entered, those of the last month and to come. */
export function listHolidays(ctx: Ctx, university: University) {
  return ctx.db.holiday.findMany({
    where: { university, day: { gte: new Date(ctx.now().getTime() - 31 * 86_400_000) } },
    orderBy: { day: "asc" },
    take: 100,
  })
}
