import type { Ctx } from "#app/platform/ctx.server.ts"
import { textIn } from "../catalogue/catalogue-texts.ts"
import { bindingAge, countryName, findCountry } from "../catalogue/countries.ts"
import { isMinor, mayBind } from "../people/majority.ts"
import { sectionsOf } from "./application-sections.ts"
import { doorOf } from "./intake-door.ts"
import { guardianOf, readOwnApplication, sectionFacts } from "./own-application.server.ts"

/** Morocco's clock is the one deadlines are set by. */
const moroccoZone = "Africa/Casablanca"

/** Where the candidate's clock stands; Morocco's until they have said where they live. */
export type Place = { zone: string; country: string | null }

export function placeOf(residence: string | null, language: Ctx["language"]): Place {
  const zone = residence === null ? undefined : findCountry(residence)?.timeZone
  return zone === undefined || residence === null
    ? { zone: moroccoZone, country: null }
    : { zone, country: countryName(residence, language) }
}

/** The signed-in candidate's application with all that its pages show; null when they have none, or are nobody. */
export async function findOwnApplication(ctx: Ctx) {
  if (ctx.actor.kind !== "candidate") return null
  const answers = await readOwnApplication(ctx.db, ctx.actor.personId)
  if (answers === null) return null
  const now = ctx.now()
  const savedAt = new Map(answers.sections.map((row) => [row.section, row.savedAt]))
  const { residence } = answers
  return {
    ...answers,
    now,
    place: placeOf(residence, ctx.language),
    guardian: guardianOf(answers),
    isMinor: isMinor(answers, now),
    /** Of age for an application, but not to bind themselves where they live. */
    needsCosign: answers.birthDate !== null && !isMinor(answers, now) && !mayBind(answers, residence, now),
    bindingAge: bindingAge(residence),
    parts: sectionsOf(sectionFacts(answers, now)).map((part) => ({ ...part, savedAt: savedAt.get(part.section) ?? null })),
    ranking: answers.choices.map(({ intake, ...choice }) => ({
      ...choice,
      owner: intake.owner,
      title: textIn(ctx.language, intake.programme.title),
      slug: intake.programme.slug,
      level: intake.programme.level,
      startsOn: intake.startsOn,
      closesAt: intake.closesAt,
      feeMinor: intake.feeMinor,
      feeCurrency: intake.feeCurrency,
      isSample: intake.isSample,
      door: doorOf(intake, now, ctx.settings.isDemo),
    })),
  }
}

export type OwnApplication = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>

/** The schemes a candidate may wish for now, and those of the application. */
export async function listWishes(ctx: Ctx, schemeIds: readonly string[]) {
  const rows = await ctx.db.scheme.findMany({
    where: {
      OR: [{ standing: { in: ctx.settings.isDemo ? ["open", "sample"] : ["open"] }, isArchived: false }, { id: { in: [...schemeIds] } }],
    },
    orderBy: { position: "asc" },
    select: { id: true, slug: true, title: true, summary: true, standing: true, isArchived: true },
  })
  return rows.map((row) => ({
    slug: row.slug,
    title: textIn(ctx.language, row.title),
    summary: textIn(ctx.language, row.summary),
    isSample: row.standing === "sample",
    mayBeWished: !row.isArchived && (row.standing === "open" || row.standing === "sample"),
    isWished: schemeIds.includes(row.id),
  }))
}
