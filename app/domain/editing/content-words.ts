import type { TFunction } from "i18next"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import type { Content, Difference, Kind } from "./content.ts"

/** What a field of a kind is called. */
export function fieldWord(t: TFunction, kind: Kind, path: string): string {
  // Names come out of a version: they are known only when they are read.
  const read: (key: never) => string = t
  return read(`editing.field.${kind === "question" && path === "standing" ? "answerStanding" : path}` as never)
}

const rooms: Record<Kind, Record<string, string>> = {
  question: { topic: "catalogue.topic", levels: "common.level", standing: "catalogue.answerStanding" },
  scheme: { standing: "site.scholarships" },
}

/** Whose a thing is that is no university's alone. */
export function ownerWord(t: TFunction, kind: Kind, owner: Owner | null): string {
  if (owner !== null) return t(`common.university.${owner}`)
  return kind === "question" ? t("editing.both") : t("site.scholarships.state")
}

/** A fact in words: a code by its name, anything else as it is written. */
export function factWord(t: TFunction, kind: Kind, name: string, value: string): string {
  const read: (key: never) => string = t
  if (value === "") return name === "levels" ? t("editing.everyLevel") : t("editing.change.empty")
  const room = rooms[kind][name]
  const lines = value.split("\n")
  return (room === undefined ? lines : lines.map((line) => read(`${room}.${line}` as never))).join(", ")
}

function newWord(t: TFunction, thing: Content): string {
  return thing.kind === "question"
    ? t("editing.change.new.question", { place: t(`catalogue.topic.${thing.topic}`) })
    : t("editing.change.new.scheme", { standing: t(`site.scholarships.${thing.standing}`) })
}

/** One line for each thing that readers will find otherwise. */
export function changeLines(
  t: TFunction,
  before: Content | null,
  after: Content,
  differences: readonly Difference[],
  isAgain: boolean,
): string[] {
  if (before === null) return [isAgain ? t("editing.change.again") : newWord(t, after)]
  return differences.map(({ path, language, before: was, after: is }) =>
    language === null
      ? t("editing.change.fact", {
          field: fieldWord(t, after.kind, path),
          before: factWord(t, after.kind, path, was),
          after: factWord(t, after.kind, path, is),
        })
      : t("editing.change.text", { field: fieldWord(t, after.kind, path), language: t(`common.languageName.${language}`) }),
  )
}
