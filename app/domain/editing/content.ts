import { z } from "zod"
import { type Language, languages } from "#app/locales/languages.ts"
import type { DraftText } from "./draft-text.ts"
import { eventContent, eventTexts } from "./event-content.ts"
import { programmeContent, programmeTexts, type CostContent } from "./programme-content.ts"
import { questionContent, questionTexts } from "./question-content.ts"
import { schemeContent, schemeTexts } from "./scheme-content.ts"

/** The kinds of things that are edited at the desk. */
export const kinds = ["programme", "scheme", "question", "event"] as const
export type Kind = (typeof kinds)[number]

/** The kind that a part of an address names; null for what is none. */
export function kindOf(text: string | null | undefined): Kind | null {
  return kinds.find((kind) => kind === text) ?? null
}

/** All of a thing that readers may see, whatever its kind, as a version keeps it. */
export const content = z.discriminatedUnion("kind", [programmeContent, schemeContent, questionContent, eventContent])
export type Content = z.output<typeof content>

/** Every text of a thing by the name of its form field. */
export function textsOf(thing: Content): { path: string; text: DraftText }[] {
  switch (thing.kind) {
    case "question":
      return questionTexts.map(({ name }) => ({ path: name, text: thing[name] }))
    case "scheme":
      return schemeTexts.map(({ name }) => ({ path: name, text: thing[name] }))
    case "event":
      // What is online has no place to write.
      return eventTexts
        .filter(({ name }) => name !== "venue" || thing.eventKind !== "online")
        .map(({ name }) => ({ path: name, text: thing[name] }))
    case "programme":
      return [
        ...programmeTexts.map(({ name }) => ({ path: name, text: thing[name] })),
        ...thing.costs.map(({ item }, line) => ({ path: `costs-${line}-item`, text: item })),
      ]
  }
}

/** The field that says what a thing is called. */
export const titleField = { programme: "title", scheme: "title", question: "question", event: "title" } as const satisfies Record<
  Kind,
  string
>

/** What a thing is called in lists and in the history. */
export function titleOf(thing: Content, language: Language): string {
  return (thing.kind === "question" ? thing.question : thing.title)[language]
}

/** What is not text, by the name of its form field; several values one a line. */
export function factsOf(thing: Content): Record<string, string> {
  const whose = { slug: thing.slug, owner: thing.owner ?? "" }
  if (thing.kind === "event") {
    const { eventKind, startsAt, endsAt, country, link, capacity } = thing
    return { ...whose, eventKind, startsAt, endsAt, country, link, capacity: numberOrNone(capacity) }
  }
  const common = { ...whose, standing: thing.standing, source: thing.source }
  switch (thing.kind) {
    case "question":
      return { ...common, topic: thing.topic, levels: thing.levels.join("\n"), asOf: thing.asOf }
    case "scheme":
      return {
        ...common,
        places: numberOrNone(thing.places),
        asOf: thing.asOf,
        nationals: thing.nationals.toSorted().join("\n"),
        position: numberOrNone(thing.position),
        ...Object.fromEntries(thing.pays.map(({ kind, leastPercent, mostPercent }) => [`pays-${kind}`, `${leastPercent}\n${mostPercent}`])),
      }
    case "programme":
      return {
        ...common,
        level: thing.level,
        field: thing.field,
        teachingLanguages: thing.teachingLanguages.join("\n"),
        city: thing.city,
        school: thing.school,
        durationMonths: numberOrNone(thing.durationMonths),
        schemes: thing.schemes.join("\n"),
        ...Object.fromEntries(thing.costs.map((cost, line) => [`costs-${line}`, costFact(cost)])),
        ...Object.fromEntries(
          thing.intakes.flatMap(({ id: _id, feeMinor, feeCurrency, seats, admissionYear, isSample, ...dates }, line) =>
            Object.entries({
              admissionYear: String(admissionYear),
              ...dates,
              seats: String(seats),
              fee: `${feeMinor / 100} ${feeCurrency}`,
              isSample: isSample ? "sample" : "",
            }).map(([name, value]) => [`intakes-${line}-${name}`, value]),
          ),
        ),
      }
  }
}

function numberOrNone(value: number | null): string {
  return value === null ? "" : String(value)
}

/** A line of costs but for what it is called, as one text. */
function costFact(cost: CostContent): string {
  const { amountMinor, amountMaxMinor, currency, per, asOf, isDated, source, confidence, lineKind, timesLeast, timesMost } = cost
  const amount = `${amountMinor / 100}${amountMaxMinor === null ? "" : `–${amountMaxMinor / 100}`} ${currency}`
  const times = timesLeast === null ? "" : `× ${timesLeast}${timesMost === null || timesMost === timesLeast ? "" : `–${timesMost}`}`
  return [lineKind ?? "", amount, per, times, isDated ? asOf : `(${asOf})`, confidence, source].filter((one) => one !== "").join("\n")
}

/** Whether two forms of a thing are the same to readers. */
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
      languages.map((language) => ({
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
