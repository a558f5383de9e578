import { z } from "zod"
import type { Language } from "#app/locales/languages.ts"
import type { DraftText } from "./draft-text.ts"
import { questionContent } from "./question-content.ts"

/** The kinds of things that are edited at the desk; they stand in its addresses. */
export const kinds = ["question"] as const
export type Kind = (typeof kinds)[number]

/** The kind that a part of an address names; null for what is none. */
export function kindOf(text: string | null | undefined): Kind | null {
  return kinds.find((kind) => kind === text) ?? null
}

/** All of a thing that readers may see, whatever its kind, as a version keeps it. */
export const content = z.discriminatedUnion("kind", [questionContent])
export type Content = z.output<typeof content>

/** Every text of a thing by the name of its form field. */
export function textsOf(thing: Content): { path: string; text: DraftText }[] {
  return [
    { path: "question", text: thing.question },
    { path: "answer", text: thing.answer },
  ]
}

/** What a thing is called in lists and in the history. */
export function titleOf(thing: Content, language: Language): string {
  return thing.question[language]
}

/** What is not text, by the name of its form field; several values one a line. */
export function factsOf(thing: Content): Record<string, string> {
  return {
    slug: thing.slug,
    owner: thing.owner ?? "",
    topic: thing.topic,
    levels: thing.levels.join("\n"),
    standing: thing.standing,
    asOf: thing.asOf,
    source: thing.source,
  }
}

export function isSame(one: Content, other: Content): boolean {
  return differencesOf(one, other).length === 0
}

export type Difference = { path: string; language: Language | null; before: string; after: string }

/** Where two forms of a thing differ, texts by language; a thing that was not there before differs in all it has. */
export function differencesOf(before: Content | null, after: Content): Difference[] {
  const facts = before === null ? {} : factsOf(before)
  const texts = new Map(before === null ? [] : textsOf(before).map(({ path, text }) => [path, text]))
  const now = textsOf(after)
  const gone = [...texts].filter(([path]) => !now.some((text) => text.path === path)).map(([path]) => ({ path, text: noText }))
  const all: Difference[] = [
    ...[...now, ...gone].flatMap(({ path, text }) =>
      (["en", "fr", "ar"] as const).map((language) => ({
        path,
        language,
        before: texts.get(path)?.[language] ?? "",
        after: text[language],
      })),
    ),
    ...Object.entries(factsOf(after)).map(([path, value]) => ({ path, language: null, before: facts[path] ?? "", after: value })),
  ]
  return all.filter((one) => one.before !== one.after)
}

const noText: DraftText = { en: "", fr: "", ar: "" }
