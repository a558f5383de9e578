import type { TFunction } from "i18next"
import type { Content, Difference, Kind } from "./content.ts"

/** What a field is called. A field of a list carries its place: `costs-1-item`. */
export function fieldWord(t: TFunction, path: string): string {
  // Names come out of a version: they are known only when they are read.
  const read: (key: never) => string = t
  return read(`editing.field.${path}` as never)
}

const rooms: Record<Kind, Record<string, string>> = {
  question: { topic: "catalogue.topic", levels: "common.level", standing: "catalogue.answerStanding", owner: "common.universityShort" },
}

/** A fact in words: a code by its name, anything else as it is written. */
export function factWord(t: TFunction, kind: Kind, name: string, value: string): string {
  const read: (key: never) => string = t
  if (value === "") return name === "owner" ? t("editing.both") : name === "levels" ? t("editing.everyLevel") : t("editing.change.empty")
  const room = rooms[kind][name]
  const lines = value.split("\n")
  return (room === undefined ? lines : lines.map((line) => read(`${room}.${line}` as never))).join(", ")
}

/** One line for each thing that readers will find otherwise. */
export function changeLines(
  t: TFunction,
  before: Content | null,
  after: Content,
  differences: readonly Difference[],
  isAgain: boolean,
): string[] {
  if (before === null)
    return [isAgain ? t("editing.change.again") : t(`editing.change.new.${after.kind}`, { place: t(`catalogue.topic.${after.topic}`) })]
  return differences.map(({ path, language, before: was, after: is }) =>
    language === null
      ? t("editing.change.fact", {
          field: fieldWord(t, path),
          before: factWord(t, after.kind, path, was),
          after: factWord(t, after.kind, path, is),
        })
      : t("editing.change.text", { field: fieldWord(t, path), language: t(`common.languageName.${language}`) }),
  )
}
