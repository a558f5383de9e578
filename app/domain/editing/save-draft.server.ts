import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { Language } from "#app/locales/languages.ts"
import { addVersion } from "./add-version.server.ts"
import { type Content, isSame, titleField, titleOf } from "./content.ts"
import { editorOf, findOwnThing, isInSight, thingOf } from "./find-own-thing.server.ts"
import { brokenPromiseOf } from "./broken-promise.server.ts"
import { addressFrom, isAddress } from "./thing-address.ts"
import { settleContent } from "./settle-content.server.ts"
import { isSlugTaken } from "./thing-rows.server.ts"
import { nextTranslatedFrom } from "./translation-marks.server.ts"

export type DraftInput = {
  /** Null for a new thing. */
  id: string | null
  /** The number of the version that the writer saw; 0 for a new thing. */
  version: number
  /** The language that is translated from; settled when the thing is new. */
  base: Language | null
  content: Content
  /** Translations of which the writer says that they still hold: `answer-fr`. */
  holds: readonly string[]
}

/**
 * Saves what was typed as the next version, a draft. Whose a thing is and the language it is translated from are settled
 * when it is new, its address until it is first published. Nothing is written when nothing differs.
 * Refusals: not-allowed, not-found, changed-meanwhile, field.required (title or slug),
 * editing.slug, editing.slug-taken, and what `brokenPromise` finds.
 */
export async function saveDraft(ctx: Ctx, input: DraftInput): Promise<Outcome<{ id: string; isSaved: boolean }>> {
  const { kind } = input.content
  const editor = editorOf(ctx, "edit", kind)
  if (editor === null) return refuse("not-allowed")
  const found = input.id === null ? null : await findOwnThing(ctx, { kind, id: input.id }, "edit")
  if (found?.refused) return found
  const before = found?.done.thing ?? null
  const owner = before === null ? input.content.owner : before.owner
  if (before === null && !isInSight(owner, editor.university)) return refuse("not-allowed")
  if (before !== null && before.number !== input.version) return refuse("changed-meanwhile")
  const base = before?.base ?? input.base ?? "en"
  const title = titleOf(input.content, base)
  if (title === "") return refuse("field.required", { field: `${titleField[kind]}-${base}` })
  const slug = before?.published?.content.slug ?? (input.content.slug || addressFrom(input.content) || before?.content.slug || "")
  if (slug === "") return refuse("field.required", { field: "slug" })
  if (!isAddress(slug)) return refuse("editing.slug", { field: "slug" })
  const id = before?.id ?? ctx.id()
  const content = settleContent(ctx, input.content, { slug, owner, before: before?.content ?? null })
  const broken = await brokenPromiseOf(ctx, before, content)
  if (broken !== null) return broken
  if (before !== null && before.standing !== "archived" && isSame(before.content, content) && input.holds.length === 0)
    return done({ id, isSaved: false })
  const translatedFrom = nextTranslatedFrom(before === null ? null : { content: before.content, from: before.translatedFrom }, {
    content,
    base,
    holds: input.holds,
  })
  try {
    return await ctx.transaction(async (tx) => {
      if (await isSlugTaken(tx.db, kind, slug, id)) return refuse("editing.slug-taken", { field: "slug" })
      const number = await addVersion(ctx, tx, before, { id, content, base, translatedFrom, authorId: editor.personId })
      await tx.record("catalogue.drafted", thingOf({ kind, id, owner }), { number })
      return done({ id, isSaved: true })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
