import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { isWithin, staffMay } from "#app/domain/people/permissions.ts"
import type { Language } from "#app/locales/languages.ts"
import type { CatalogueVersion } from "#app/platform/prisma-client/client.ts"
import type { Owner, University, VersionState } from "#app/platform/prisma-client/enums.ts"
import { type Content, content, type Kind } from "./content.ts"
import { type Edited, rightTo, type Step } from "./kind-rights.ts"
import type { Published } from "./published-text.ts"
import { readThingRows } from "./thing-rows.server.ts"
import { allTranslatedNow, type TranslatedFrom, translatedFrom } from "./translation-marks.server.ts"
import { type ThingStanding, thingStandingOf } from "./version-states.ts"

export type Editor = StaffActor & { university: University }

/** A version with its columns read. */
export type Version = Omit<CatalogueVersion, "content" | "translatedFrom"> & { content: Content; translatedFrom: TranslatedFrom }

export type OwnThing = {
  kind: Kind
  id: string
  owner: Owner | null
  standing: ThingStanding
  published: Published | null
  latest: Version | null
  /** The number of the latest version; what was published before it was first edited counts as the first. */
  number: number
  state: VersionState
  content: Content
  base: Language
  translatedFrom: TranslatedFrom
}

/** What nobody has edited yet was written from the base language of the house. */
const houseBase: Language = "en"

/** A staff member of a university who may take this step with things of the kind; null for anybody else. */
export function editorOf(ctx: Ctx, step: Step, kind: Edited): Editor | null {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, rightTo(step, kind), actor.university)) return null
  return { ...actor, university: actor.university }
}

/** What belongs to neither alone is worked on by both: a joint programme, a scholarship of the state, a question on both. */
export function isInSight(owner: Owner | null, university: University): boolean {
  return isWithin(owner ?? "JOINT", university)
}

/**
 * A thing of the actor's university, or of both, for a verb that takes this step with it. The other university's is not
 * there. Refusals: not-allowed, not-found.
 */
export async function findOwnThing(
  ctx: Ctx,
  { kind, id }: { kind: Kind; id: string },
  step: Step,
): Promise<Outcome<{ thing: OwnThing; actor: Editor }>> {
  const actor = editorOf(ctx, step, kind)
  if (actor === null) return refuse("not-allowed")
  const published = await readThingRows(ctx.db, kind, id)
  const row = await ctx.db.catalogueVersion.findFirst({ where: { kind, thingId: id }, orderBy: { number: "desc" } })
  const latest = row === null ? null : readVersion(row)
  const current = latest?.content ?? published?.content
  if (current === undefined || !isInSight(current.owner, actor.university)) return refuse("not-found")
  const base = latest?.base ?? houseBase
  return done({
    actor,
    thing: {
      kind,
      id,
      owner: current.owner,
      standing: thingStandingOf(latest?.state ?? null, published),
      published,
      latest,
      number: latest?.number ?? 1,
      state: latest?.state ?? "published",
      content: current,
      base,
      translatedFrom: latest?.translatedFrom ?? allTranslatedNow(current, base),
    },
  })
}

export function readVersion(row: CatalogueVersion): Version {
  return { ...row, content: content.parse(row.content), translatedFrom: translatedFrom.parse(row.translatedFrom) }
}

/** The thing as the journal names it: the other university reads there only what is of both. */
export function thingOf(thing: { kind: Kind; id: string; owner: Owner | null }): {
  name: string
  id: string
  university: University | null
} {
  const { kind, id, owner } = thing
  return { name: kind === "event" ? "public-event" : kind, id, university: owner === "AUI" || owner === "UM6P" ? owner : null }
}
