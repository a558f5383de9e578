import type { TFunction } from "i18next"
import { findProgramme, findScheme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { findEvent } from "#app/domain/events/event-queries.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import type { ShareCard } from "./share-card.ts"

type Said = { title: string; eyebrow?: string; owner?: Owner }

const titles: Record<string, (t: TFunction) => string> = {
  "": (t) => t("site.home.heading"),
  "/alliance": (t) => t("site.alliance.title"),
  "/programmes": (t) => t("site.programmes.title"),
  "/scholarships": (t) => t("site.scholarships.title"),
  "/costs": (t) => t("costs.title"),
  "/countries": (t) => t("countries.title"),
  "/events": (t) => t("events.title"),
  "/questions": (t) => t("site.questions.title"),
  "/eligibility": (t) => t("eligibility.title"),
  "/enquire": (t) => t("enquire.title"),
  "/check": (t) => t("trust.title"),
  "/check/report": (t) => t("trust.report.title"),
  "/privacy": (t) => t("site.privacy.title"),
}

/** What the picture of a page says, in the reader's language; null for a path that is no page of the catalogue or the site. */
export async function shareOf(ctx: Ctx, path: string): Promise<ShareCard | null> {
  const said = await saidOf(ctx, path)
  if (said === null) return null
  const owner = said.owner ?? "JOINT"
  return {
    language: ctx.language,
    title: said.title,
    eyebrow: said.eyebrow ?? ctx.t(`common.university.${owner}`),
    owner,
    name: ctx.t("common.name"),
    otherName: ctx.t("common.nameArabic"),
    host: new URL(ctx.settings.publicUrl).host,
  }
}

async function saidOf(ctx: Ctx, path: string): Promise<Said | null> {
  const { t } = ctx
  const title = titles[path]
  if (title !== undefined) return { title: title(t) }
  const [, place = "", slug = "", ...deeper] = path.split("/")
  if (slug === "" || deeper.length > 0) return null
  if (place === "programmes") return findProgramme(ctx, slug)
  if (place === "countries") {
    const country = findCountry(slug.toUpperCase())
    return country === undefined ? null : { title: country.names[ctx.language] }
  }
  if (place === "scholarships") {
    const scheme = await findScheme(ctx, slug)
    return scheme === null ? null : { title: scheme.title, owner: scheme.owner ?? "JOINT" }
  }
  if (place !== "events") return null
  const event = await findEvent(ctx, slug)
  if (event === null) return null
  const university = t(`common.university.${event.owner}`)
  return { title: event.title, owner: event.owner, eyebrow: event.isSample ? `${t("common.standing.sample")} · ${university}` : university }
}
