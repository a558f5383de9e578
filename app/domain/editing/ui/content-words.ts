import { momentText } from "#app/ui/desk-dates.ts"
import { listed } from "#app/ui/listed.ts"
import { shareText } from "#app/domain/catalogue/ui/scheme-pays.tsx"
import type { TFunction } from "i18next"
import { type Language, languageSegment } from "#app/locales/languages.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { type CostKind, costKinds, costPers, lineKinds } from "#app/domain/catalogue/catalogue-texts.ts"
import { countryName } from "#app/domain/catalogue/countries.ts"
import type { Content, Difference, Kind } from "../content.ts"
import { confidences } from "../programme-content.ts"

/** The reader's language and its words. */
type Words = { t: TFunction; language: Language }

/** Fields that one kind calls otherwise. */
const own: Record<Kind, Record<string, string>> = {
  programme: { about: "programme" },
  scheme: {},
  event: { about: "eventAbout", startsAt: "eventStarts", endsAt: "eventEnds", capacity: "capacity" },
  question: { standing: "answerStanding" },
}

/** What a field of a kind is called. */
export function fieldWord(t: TFunction, kind: Kind, path: string): string {
  // Names come out of a version: they are known only when they are read.
  const read: (key: never) => string = t
  const paid = paidOf(path)
  if (paid !== null) return `${t("editing.field.pays")} · ${t(`costs.kind.${paid}`)}`
  const line = lineOf(path)
  if (line !== null) {
    const list = t(`editing.line.${line.list}`, { number: line.number + 1 })
    const name = line.list === "costs" && line.name === "asOf" ? "year" : line.name
    return name === "" ? list : `${list} · ${read(`editing.field.${name}` as never)}`
  }
  return read(`editing.field.${own[kind][path] ?? path}` as never)
}

/** The kind of cost that a path of a scheme's shares names: `pays-tuition`, `pays-tuition-least`. */
function paidOf(path: string): CostKind | null {
  const [, named] = /^pays-([a-z]+)(?:-(?:least|most))?$/.exec(path) ?? []
  return costKinds.find((kind) => kind === named) ?? null
}

const linePath = new RegExp(String.raw`^(costs|intakes)-(\d+)(?:-(\w+))?(?:-${languageSegment})?$`)

/** The list, the place in it and the part of a line that a path names. */
function lineOf(path: string): { list: "costs" | "intakes"; number: number; name: string } | null {
  const [, list, number, name = ""] = linePath.exec(path) ?? []
  return list === "costs" || list === "intakes" ? { list, number: Number(number), name } : null
}

const rooms: Record<Kind, Record<string, string>> = {
  programme: {
    standing: "common.standing",
    level: "common.level",
    field: "common.field",
    teachingLanguages: "common.languageName",
    owner: "common.universityShort",
  },
  question: { topic: "catalogue.topic", levels: "common.level", standing: "catalogue.answerStanding" },
  scheme: { standing: "site.scholarships" },
  event: { eventKind: "events.kind" },
}

/** Whose a thing is that is no university's alone. */
export function ownerWord(t: TFunction, kind: Kind, owner: Owner | null): string {
  if (owner !== null) return t(`common.university.${owner}`)
  return kind === "question" ? t("editing.both") : t("site.scholarships.state")
}

/** A part of a line of costs: what it is for, how it is paid and how sure it is by their names, the rest as it is written. */
function costWord(t: TFunction, part: string): string {
  const kind = lineKinds.find((one) => one === part)
  if (kind !== undefined) return t(`editing.lineKind.${kind}`)
  const per = costPers.find((one) => one === part)
  if (per !== undefined) return t(`catalogue.per.${per}`)
  const confidence = confidences.find((one) => one === part)
  return confidence === undefined ? part : t(`editing.confidence.${confidence}`)
}

/** A fact in words: a code by its name, anything else as it is written. */
export function factWord({ t, language }: Words, kind: Kind, name: string, value: string): string {
  const read: (key: never) => string = t
  if (value === "" && name === "levels") return t("editing.everyLevel")
  if (value === "" && name === "nationals") return t("editing.everyNational")
  if (value === "") return name === "capacity" ? t("deskEvents.noLimit") : t("editing.change.empty")
  if (kind === "event" && (name === "startsAt" || name === "endsAt")) return momentText(new Date(value), language)
  if (name === "country" || name === "nationals")
    return listed(
      t,
      value.split("\n").map((code) => countryName(code, language) ?? code),
    )
  const paid = paidOf(name)
  if (paid !== null) {
    const [least = 0, most = 0] = value.split("\n").map(Number)
    return shareText(t, { least, most }, [paid])
  }
  const line = lineOf(name)
  if (line?.name === "opensAt" || line?.name === "closesAt") return momentText(new Date(value), language)
  if (line?.name === "isSample") return t("common.standing.sample")
  if (line?.list === "costs")
    return value
      .split("\n")
      .map((part) => costWord(t, part))
      .join(" · ")
  const room = rooms[kind][line?.name ?? name]
  const lines = value.split("\n")
  return (room === undefined ? lines : lines.map((line) => read(`${room}.${line}` as never))).join(", ")
}

function newWord(t: TFunction, thing: Content): string {
  if (thing.kind === "programme")
    return t("editing.change.new.programme", { standing: t(`common.standing.${thing.standing}`), count: thing.intakes.length })
  if (thing.kind === "event") return t("editing.change.new.event")
  return thing.kind === "question"
    ? t("editing.change.new.question", { place: t(`catalogue.topic.${thing.topic}`) })
    : t("editing.change.new.scheme", { standing: t(`site.scholarships.${thing.standing}`) })
}

/** One line for each thing that readers will find otherwise. */
export function changeLines(
  words: Words,
  before: Content | null,
  after: Content,
  differences: readonly Difference[],
  isAgain: boolean,
): string[] {
  const { t } = words
  if (before === null) return [isAgain ? t("editing.change.again") : newWord(t, after)]
  return differences.map(({ path, language, before: was, after: is }) =>
    language === null
      ? t("editing.change.fact", {
          field: fieldWord(t, after.kind, path),
          before: factWord(words, after.kind, path, was),
          after: factWord(words, after.kind, path, is),
        })
      : t("editing.change.text", { field: fieldWord(t, after.kind, path), language: t(`common.languageName.${language}`) }),
  )
}
