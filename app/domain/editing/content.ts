import { z } from "zod"
import type { Language } from "#app/locales/languages.ts"
import type { DraftText } from "./draft-text.ts"
import { questionContent, questionTexts } from "./question-content.ts"
import { schemeContent, schemeTexts } from "./scheme-content.ts"

/** The kinds of things that are edited at the desk; they stand in its addresses. */
export const kinds = ["question", "scheme"] as const
export type Kind = (typeof kinds)[number]

/** The kind that a part of an address names; null for what is none. */
export function kindOf(text: string | null | undefined): Kind | null {
  return kinds.find((kind) => kind === text) ?? null
}

/** All of a thing that readers may see, whatever its kind, as a version keeps it. */
export const content = z.discriminatedUnion("kind", [questionContent, schemeContent])
export type Content = z.output<typeof content>

/** Every text of a thing by the name of its form field. */
export function textsOf(thing: Content): { path: string; text: DraftText }[] {
  switch (thing.kind) {
    case "question":
      return questionTexts.map(({ name }) => ({ path: name, text: thing[name] }))
    case "scheme":
      return schemeTexts.map(({ name }) => ({ path: name, text: thing[name] }))
  }
}

/** The field that says what a thing is called. */
export const titleField = { question: "question", scheme: "title" } as const satisfies Record<Kind, string>

/** What a thing is called in lists and in the history. */
export function titleOf(thing: Content, language: Language): string {
  return (thing.kind === "question" ? thing.question : thing.title)[language]
}

/** What is not text, by the name of its form field; several values one a line. */
export function factsOf(thing: Content): Record<string, string> {
  const common = { slug: thing.slug, owner: thing.owner ?? "", standing: thing.standing, source: thing.source }
  switch (thing.kind) {
    case "question":
      return { ...common, topic: thing.topic, levels: thing.levels.join("\n"), asOf: thing.asOf }
    case "scheme":
      return { ...common, places: thing.places === null ? "" : String(thing.places), asOf: thing.asOf }
  }
}

export function isSame(one: Content, other: Content): boolean {
  return differencesOf(one, other).length === 0
}

export type Difference = { path: string; language: Language | null; before: string; after: string }

/** Where two forms of a thing differ, texts by language; a thing that was not there before differs in all it has. */
export function differencesOf(before: Content | null, after: Content): Difference[] {
  const facts = before === null ? {} : factsOf(before)
  const factsAfter = factsOf(after)
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
    ...[...new Set([...Object.keys(factsAfter), ...Object.keys(facts)])].map((path) => ({
      path,
      language: null,
      before: facts[path] ?? "",
      after: factsAfter[path] ?? "",
    })),
  ]
  return all.filter((one) => one.before !== one.after)
}

const noText: DraftText = { en: "", fr: "", ar: "" }
