import { createHash } from "node:crypto"
import { z } from "zod"
import { type Language, languages } from "#app/locales/languages.ts"
import { type Content, textsOf } from "./content.ts"

/** {field: {language: hash of the base text it was translated from}} */
export const translatedFrom = z.record(
  z.string(),
  z.object({ en: z.string().optional(), fr: z.string().optional(), ar: z.string().optional() }),
)
export type TranslatedFrom = z.output<typeof translatedFrom>

export type Mark = { path: string; language: Language; mark: "missing" | "outdated" }

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16)
}

/**
 * What is still to be written, and what was translated from another text than the base has today. A translation without
 * its base is neither: the base is missing then.
 */
export function marksOf(thing: Content, base: Language, from: TranslatedFrom): Mark[] {
  return textsOf(thing).flatMap(({ path, text }) =>
    languages.flatMap((language): Mark[] => {
      if (text[language] === "") return [{ path, language, mark: "missing" }]
      if (language === base || text[base] === "" || from[path]?.[language] === hashOf(text[base])) return []
      return [{ path, language, mark: "outdated" }]
    }),
  )
}

/** All translations are taken to be of the base as it stands: for what was published before it was first edited here. */
export function allTranslatedNow(thing: Content, base: Language): TranslatedFrom {
  return nextTranslatedFrom(null, { content: thing, base, holds: [] })
}

/**
 * What each translation was made from, after a save. One that was touched, or of which the writer says that it still
 * holds (`holds`: "answer-fr"), is of the base as it stands now; one left alone is of what it was before.
 */
export function nextTranslatedFrom(
  before: { content: Content; from: TranslatedFrom } | null,
  now: { content: Content; base: Language; holds: readonly string[] },
): TranslatedFrom {
  const known = before === null ? [] : textsOf(before.content)
  return Object.fromEntries(
    textsOf(now.content).map(({ path, text }) => {
      const entries = languages.flatMap((language): [Language, string][] => {
        if (language === now.base || text[language] === "") return []
        // A line of a list may have moved up: it is known by its text.
        const same = known.filter((one) => listOf(one.path) === listOf(path) && one.text[language] === text[language])
        const was = same.find((one) => one.path === path) ?? same[0]
        const isUntouched = was !== undefined && !now.holds.includes(`${path}-${language}`)
        const hash = isUntouched ? before?.from[was.path]?.[language] : hashOf(text[now.base])
        return hash === undefined ? [] : [[language, hash]]
      })
      return [path, Object.fromEntries(entries)]
    }),
  )
}

/** `costs-3-item` is one of `costs-item`. */
function listOf(path: string): string {
  return path.replace(/-\d+/, "")
}
