import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Field, Language, Level, Owner, Standing } from "#app/platform/prisma-client/enums.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { type CatalogueCost, costsOf, paragraphsIn, paysOf, type SchemePay, textIn } from "./catalogue-texts.ts"
import { cityName } from "./cities.ts"
import { type IntakeWindow, intakeWindow } from "./intake-window.ts"

type Reader = Pick<Ctx, "db" | "now" | "language" | "settings">

/** A programme as a list shows it, in the reader's language. */
export type ProgrammeCard = {
  id: string
  slug: string
  owner: Owner
  level: Level
  field: Field
  teachingLanguages: Language[]
  city: string
  school: string
  standing: Standing
  title: string
  summary: string
  intakes: IntakeDates[]
  /** The first line of its costs, the tuition; null where no figure is published. */
  tuition: CostLine | null
  costs: CostLine[]
}

export type IntakeDates = {
  id: string
  admissionYear: number
  startsOn: Date
  opensAt: Date
  closesAt: Date
  seats: number
  feeMinor: number
  feeCurrency: string
  isSample: boolean
  window: IntakeWindow
  /** Open now, and not a sample where samples take no application. */
  mayBeChosen: boolean
}

/** A line of costs with its item in the reader's language. */
export type CostLine = Omit<CatalogueCost, "item"> & { item: string }

export type ProgrammeView = ProgrammeCard & {
  about: string[]
  entry: string[]
  source: string
  durationMonths: number | null
  updatedAt: Date
  schemes: PayingScheme[]
}

export type SchemeCard = { slug: string; owner: Owner | null; standing: Standing; title: string; summary: string; asOf: string }

/** A scheme with what it takes off the costs of a year. */
export type PayingScheme = SchemeCard & {
  pays: SchemePay[]
  /** Codes of the countries whose nationals alone may have it; empty when it is not for some only. */
  nationals: string[]
}

export type SchemeView = SchemeCard & {
  about: string[]
  whoFor: string[]
  covers: string[]
  places: number | null
  sources: string[]
  updatedAt: Date
  programmes: ProgrammeCard[]
}

/** One intake with what a candidate has to know of its programme. */
export type IntakeView = IntakeDates & {
  programmeId: string
  programmeSlug: string
  title: string
  owner: Owner
  level: Level
  field: Field
  teachingLanguages: Language[]
  city: string
  school: string
}

/** What has been archived is no longer shown to readers. */
const inSight = { isArchived: false } as const

const withIntakes = { intakes: { orderBy: [{ closesAt: "asc" }, { id: "asc" }] } } satisfies Prisma.ProgrammeInclude
type ProgrammeRow = Omit<Prisma.ProgrammeGetPayload<{ include: typeof withIntakes }>, "costs" | "position" | "isArchived"> & {
  costs: unknown
}
type SchemeFacts = Omit<Prisma.SchemeGetPayload<object>, "id" | "position" | "isArchived" | "updatedAt" | "pays" | "nationals">
type IntakeRow = Prisma.IntakeGetPayload<object>

/** All programmes in the order of the catalogue. */
export async function listProgrammes(ctx: Reader): Promise<ProgrammeCard[]> {
  const rows = await ctx.db.programme.findMany({ where: inSight, include: withIntakes, orderBy: [{ position: "asc" }] })
  return rows.map((row) => programmeCard(ctx, row))
}

/** A part of all programmes in the order of the catalogue: those after one, which is named by its slug. Null when there is no such one. */
export async function pageProgrammes(
  ctx: Reader,
  { after, size }: { after: string | null; size: number },
): Promise<{ rows: ProgrammeCard[]; next: string | null } | null> {
  const last = after === null ? null : await ctx.db.programme.findUnique({ where: { slug: after }, select: { id: true, position: true } })
  if (after !== null && last === null) return null
  const onwards: Prisma.ProgrammeWhereInput =
    last === null ? {} : { OR: [{ position: { gt: last.position } }, { position: last.position, id: { gt: last.id } }] }
  const rows = await ctx.db.programme.findMany({
    where: { AND: [inSight, onwards] },
    include: withIntakes,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: size + 1,
  })
  const kept = rows.slice(0, size).map((row) => programmeCard(ctx, row))
  return { rows: kept, next: rows.length > size ? (kept.at(-1)?.slug ?? null) : null }
}

/** The programmes of these ids, in the order of the ids. */
export async function listCards(ctx: Reader, ids: readonly string[]): Promise<ProgrammeCard[]> {
  const rows = await ctx.db.programme.findMany({ where: { id: { in: [...ids] }, ...inSight }, include: withIntakes })
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((row) => programmeCard(ctx, row))
}

export async function findProgramme(ctx: Reader, slug: string): Promise<ProgrammeView | null> {
  const row = await ctx.db.programme.findUnique({
    where: { slug, ...inSight },
    include: {
      ...withIntakes,
      schemes: {
        where: { scheme: inSight },
        include: { scheme: true },
        orderBy: [{ scheme: { position: "asc" } }, { scheme: { slug: "asc" } }],
      },
    },
  })
  return row === null ? null : programmeView(ctx, row)
}

/** A programme as readers see it. */
export function programmeView(
  ctx: Reader,
  row: ProgrammeRow & { schemes: { scheme: SchemeFacts & { pays: unknown; nationals: string[] } }[] },
): ProgrammeView {
  return {
    ...programmeCard(ctx, row),
    about: paragraphsIn(ctx.language, row.about),
    entry: paragraphsIn(ctx.language, row.entry),
    source: row.source,
    durationMonths: row.durationMonths,
    updatedAt: row.updatedAt,
    schemes: row.schemes.map(({ scheme }) => ({ ...schemeCard(ctx, scheme), pays: paysOf(scheme.pays), nationals: scheme.nationals })),
  }
}

export async function listSchemes(ctx: Reader): Promise<SchemeCard[]> {
  const rows = await ctx.db.scheme.findMany({ where: inSight, orderBy: [{ position: { sort: "asc", nulls: "last" } }, { slug: "asc" }] })
  return rows.map((row) => schemeCard(ctx, row))
}

export async function findScheme(ctx: Reader, slug: string): Promise<SchemeView | null> {
  const row = await ctx.db.scheme.findUnique({
    where: { slug, ...inSight },
    include: {
      programmes: {
        where: { programme: inSight },
        include: { programme: { include: withIntakes } },
        orderBy: { programme: { position: "asc" } },
      },
    },
  })
  return row === null ? null : schemeView(ctx, row)
}

/** A scholarship as readers see it. */
export function schemeView(ctx: Reader, row: SchemeFacts & { updatedAt: Date; programmes: { programme: ProgrammeRow }[] }): SchemeView {
  return {
    ...schemeCard(ctx, row),
    about: paragraphsIn(ctx.language, row.about),
    whoFor: paragraphsIn(ctx.language, row.whoFor),
    covers: paragraphsIn(ctx.language, row.covers),
    places: row.places,
    sources: row.source.split("\n").filter((source) => source !== ""),
    updatedAt: row.updatedAt,
    programmes: row.programmes.map(({ programme }) => programmeCard(ctx, programme)),
  }
}

/** The intakes a candidate may choose now, the one that closes first at the head. Samples only in the demonstration. */
export async function listOpenIntakes(ctx: Reader): Promise<IntakeView[]> {
  const now = ctx.now()
  const rows = await ctx.db.intake.findMany({
    where: { opensAt: { lte: now }, closesAt: { gte: now }, programme: inSight, ...(ctx.settings.isDemo ? {} : { isSample: false }) },
    include: { programme: true },
    orderBy: [{ closesAt: "asc" }, { programme: { position: "asc" } }, { id: "asc" }],
  })
  return rows.map((row) => intakeView(ctx, row))
}

/** An intake in any window; `mayBeChosen` says whether a candidate may choose it now. */
export async function findIntake(ctx: Reader, id: string): Promise<IntakeView | null> {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id)) return null
  const row = await ctx.db.intake.findUnique({ where: { id }, include: { programme: true } })
  return row === null ? null : intakeView(ctx, row)
}

/** Addresses of all programmes and schemes, with when they changed, for the map of the site. */
export async function listAddresses(ctx: Pick<Ctx, "db">): Promise<{ path: string; updatedAt: Date }[]> {
  const select = { slug: true, updatedAt: true } as const
  const programmes = await ctx.db.programme.findMany({ where: inSight, select, orderBy: { position: "asc" } })
  const schemes = await ctx.db.scheme.findMany({ where: inSight, select, orderBy: [{ position: "asc" }, { slug: "asc" }] })
  return [
    ...programmes.map(({ slug, updatedAt }) => ({ path: `/programmes/${slug}`, updatedAt })),
    ...schemes.map(({ slug, updatedAt }) => ({ path: `/scholarships/${slug}`, updatedAt })),
  ]
}

function programmeCard(ctx: Reader, row: ProgrammeRow): ProgrammeCard {
  const costs = costLines(ctx, row.costs)
  return {
    id: row.id,
    slug: row.slug,
    owner: row.owner,
    level: row.level,
    field: row.field,
    teachingLanguages: row.teachingLanguages,
    city: cityName(row.city, ctx.language),
    school: row.school,
    standing: row.standing,
    title: textIn(ctx.language, row.title),
    summary: textIn(ctx.language, row.summary),
    intakes: row.intakes.map((intake) => intakeDates(ctx, intake)),
    tuition: costs[0] ?? null,
    costs,
  }
}

function costLines(ctx: Reader, column: unknown): CostLine[] {
  return costsOf(column).map((cost) => ({ ...cost, item: cost.item[ctx.language] }))
}

function schemeCard(ctx: Reader, row: SchemeFacts): SchemeCard {
  return {
    slug: row.slug,
    owner: row.owner,
    standing: row.standing,
    title: textIn(ctx.language, row.title),
    summary: textIn(ctx.language, row.summary),
    asOf: row.asOf,
  }
}

function intakeDates(ctx: Reader, row: IntakeRow): IntakeDates {
  const { id, admissionYear, startsOn, opensAt, closesAt, seats, feeMinor, feeCurrency, isSample } = row
  const window = intakeWindow(row, ctx.now())
  const mayBeChosen = window === "open" && (ctx.settings.isDemo || !isSample)
  return { id, admissionYear, startsOn, opensAt, closesAt, seats, feeMinor, feeCurrency, isSample, window, mayBeChosen }
}

function intakeView(ctx: Reader, row: Prisma.IntakeGetPayload<{ include: { programme: true } }>): IntakeView {
  const { programme } = row
  return {
    ...intakeDates(ctx, row),
    programmeId: programme.id,
    programmeSlug: programme.slug,
    title: textIn(ctx.language, programme.title),
    owner: row.owner,
    level: programme.level,
    field: programme.field,
    teachingLanguages: programme.teachingLanguages,
    city: cityName(programme.city, ctx.language),
    school: programme.school,
  }
}
