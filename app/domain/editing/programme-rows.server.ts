import { z } from "zod"
import type { Tx } from "#app/platform/ctx.server.ts"
import { costsOf } from "#app/domain/catalogue/catalogue-texts.ts"
import { costLine } from "./cost-line.ts"
import { draftText } from "./draft-text.ts"
import type { ProgrammeContent } from "./programme-content.ts"
import { type Published, wholeText } from "./published-text.ts"

type Read = Pick<Tx["db"], "programme" | "intake" | "programmeScheme" | "scheme">

export async function readProgrammeRows(db: Read, id: string): Promise<Published<ProgrammeContent> | null> {
  const row = await db.programme.findUnique({
    where: { id },
    include: {
      intakes: { orderBy: [{ closesAt: "asc" }, { id: "asc" }] },
      schemes: { select: { scheme: { select: { slug: true } } }, orderBy: { scheme: { position: "asc" } } },
    },
  })
  if (row === null) return null
  const { slug, owner, level, field, teachingLanguages, city, school, standing, source, durationMonths, isArchived, updatedAt } = row
  return {
    content: {
      kind: "programme",
      slug,
      owner,
      level,
      field,
      teachingLanguages,
      city,
      school,
      standing,
      source,
      durationMonths,
      title: draftText.parse(row.title),
      summary: draftText.parse(row.summary),
      about: draftText.parse(row.about),
      entry: draftText.parse(row.entry),
      costs: costsOf(row.costs).map(({ amountMaxMinor, kind, timesAYear, ...cost }) => ({
        ...cost,
        amountMaxMinor: amountMaxMinor ?? null,
        lineKind: kind ?? null,
        timesLeast: timesAYear?.least ?? null,
        timesMost: timesAYear?.most ?? null,
      })),
      schemes: row.schemes.map(({ scheme }) => scheme.slug),
      intakes: row.intakes.map(({ programmeId: _programmeId, startsOn, opensAt, closesAt, ...intake }) => ({
        ...intake,
        startsOn: startsOn.toISOString().slice(0, 10),
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
      })),
    },
    isArchived,
    updatedAt,
  }
}

/** Writes a programme with its intakes and scholarships. What it lost nobody has chosen: the verb has asked before. */
export async function writeProgrammeRows(db: Read, id: string, thing: ProgrammeContent, now: Date): Promise<void> {
  const { kind: _kind, intakes, schemes, costs, ...facts } = thing
  const row = {
    ...facts,
    title: wholeText(thing.title),
    summary: wholeText(thing.summary),
    about: wholeText(thing.about),
    entry: wholeText(thing.entry),
    costs: costsColumn(costs),
    isArchived: false,
    updatedAt: now,
  }
  const last = await db.programme.aggregate({ _max: { position: true } })
  await db.programme.upsert({
    where: { id },
    create: { ...row, id, position: (last._max.position ?? -1) + 1 },
    update: row,
    select: { id: true },
  })
  await db.intake.deleteMany({ where: { programmeId: id, id: { notIn: intakes.map((intake) => intake.id) } } })
  for (const { startsOn, ...intake } of intakes) {
    const dates = { ...intake, startsOn: new Date(startsOn) }
    const { count } = await db.intake.updateMany({ where: { id: intake.id, programmeId: id }, data: dates })
    if (count === 0) await db.intake.create({ data: { ...dates, programmeId: id }, select: { id: true } })
  }
  const linked = await db.scheme.findMany({ where: { slug: { in: schemes } }, select: { id: true } })
  await db.programmeScheme.deleteMany({ where: { programmeId: id, schemeId: { notIn: linked.map((scheme) => scheme.id) } } })
  await db.programmeScheme.createMany({
    data: linked.map((scheme) => ({ programmeId: id, schemeId: scheme.id })),
    skipDuplicates: true,
  })
}

function costsColumn(costs: ProgrammeContent["costs"]) {
  return z.array(z.json()).parse(costsOf(costs.map(costLine)))
}
