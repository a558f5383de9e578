import { countriesSorted, elsewhere } from "#app/domain/catalogue/countries.ts"
import { listColumns } from "#app/domain/lists/headings.ts"
import { delimiters } from "#app/domain/lists/separated-text.ts"
import { encodings } from "#app/domain/lists/text-encoding.ts"
import { languages } from "#app/locales/languages.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { dayText, momentText, numberText } from "#app/ui/desk-dates.ts"
import { sentence } from "#app/ui/sentence.ts"
import { consentWays } from "../consent-ways.ts"
import { formatOf, problemOf, sampleOf } from "../found-import.ts"
import type { DeskImport, firstFaults, keptPeople } from "../import-queries.server.ts"
import { droppableStates, mappableStates } from "../import-states.ts"
import { delimiterNames } from "../mapping-form.ts"
import { mayUndo } from "../may-undo.ts"
import { headingOf } from "./fault-sentence.ts"

type Parts = { list: DeskImport; faults: Awaited<ReturnType<typeof firstFaults>>; kept: Awaited<ReturnType<typeof keptPeople>> }

const counted = ["rows", "fresh", "joined", "suggested", "refused", "reduced"] as const

/** An import as its page shows it, in words. */
export function importView(ctx: Pick<Ctx, "t" | "language" | "actor" | "now">, { list, faults, kept }: Parts) {
  const { t, language } = ctx
  const { state } = list
  const number = (value: number) => numberText(value, language)
  const isOver = state === "done" || state === "undone"
  const isUndoable = mayUndo(ctx.actor, list, ctx.now()) === null
  const isLate = list.undoUntil === null || list.undoUntil <= ctx.now()
  return {
    id: list.id,
    partner: list.partner,
    fileName: list.fileName,
    state,
    size: number(Math.max(1, Math.round(list.fileBytes / 1024))),
    by: list.by,
    when: momentText(list.createdAt, language),
    problem: problemOf(list),
    sameFile:
      list.sameFile === null || isOver
        ? null
        : { id: list.sameFile.id, when: momentText(list.sameFile.doneAt ?? list.createdAt, language) },
    busy:
      state === "mapped" || state === "running" || state === "undoing"
        ? {
            state,
            done: list.progress,
            doneText: number(list.progress),
            rows: state === "mapped" || list.rows === 0 ? null : list.rows,
            mayStop: state === "running" && isUndoable,
          }
        : null,
    result:
      state === "checked" || isOver
        ? {
            isDone: isOver,
            counts: counted.map((key) => ({ key, count: number(list[key]) })),
            take: state === "checked" ? list.fresh + list.joined : null,
            mappedTimes: list.mappedTimes,
            mayDrop: droppableStates.includes(state),
            consent: basisOf(ctx, list),
          }
        : null,
    undo: isOver
      ? {
          isUndone: state === "undone",
          until: isLate || list.undoUntil === null ? null : momentText(list.undoUntil, language),
          mayUndo: isUndoable,
          keptCount: list.kept,
          kept,
        }
      : null,
    faults: faults.map(({ line, isRefused, fault, cell }, place) => ({
      key: String(place),
      line,
      isRefused,
      cell: cell.slice(0, 80),
      heading: headingOf(t, fault.column, list.headings),
      reason: sentence(t, fault.code, fault.details),
    })),
    mapping: mappableStates.includes(state) ? mappingView(ctx, list) : null,
  }
}

/** How those who said yes were asked; that the list says nothing of it, where no column does. */
function basisOf({ t, language }: Pick<Ctx, "t" | "language">, list: DeskImport): string {
  const way = consentWays.find((one) => one === list.consentHow)
  if (way === undefined || list.consentOn === null) return t("imports.consent.none")
  return `${t(`imports.consent.way.${way}`)} · ${dayText(list.consentOn, language, "UTC")} · \u2068${list.consentText}\u2069`
}

function mappingView({ t, language }: Pick<Ctx, "t" | "language">, list: DeskImport) {
  const format = formatOf(list)
  const sample = sampleOf(list)
  return {
    isAgain: list.state === "checked",
    columns: list.headings.map((_, place) => ({
      heading: headingOf(t, place, list.headings),
      sample: sample.slice(0, 3).map((cells) => cells[place] ?? ""),
      holds: list.mapping[place] ?? "",
    })),
    holds: listColumns.map((value) => ({ value, label: t(`imports.holds.${value}`) })),
    country: list.country,
    countries: [
      ...countriesSorted(language).map(({ code, name }) => ({ value: code, label: name })),
      { value: elsewhere, label: t("common.elsewhere") },
    ],
    language: list.language,
    languages: languages.map((value) => ({ value, label: t(`common.languageName.${value}`) })),
    dateOrder: list.dateOrder,
    dateOrders: (["dmy", "mdy"] as const).map((value) => ({ value, label: t(`imports.dateOrder.${value}`) })),
    forWhom: list.universities.length > 1 ? "both" : "own",
    whom: [
      { value: "own", label: t("imports.mapping.own", { university: t(`common.universityShort.${list.university}`) }) },
      { value: "both", label: t("imports.mapping.both") },
    ],
    encoding:
      format.kind === "csv"
        ? { value: format.encoding, options: encodings.map((value) => ({ value, label: t(`imports.encoding.${value}`) })) }
        : null,
    delimiter:
      format.kind === "csv"
        ? {
            value: delimiterNames[format.delimiter],
            options: delimiters.map((one) => ({ value: delimiterNames[one], label: t(`imports.delimiter.${delimiterNames[one]}`) })),
          }
        : null,
    sheet:
      format.kind === "xlsx" && format.sheets.length > 1
        ? { value: String(format.sheet), options: format.sheets.map((name, place) => ({ value: String(place), label: name })) }
        : null,
    consent: {
      how: list.consentHow,
      on: list.consentOn?.toISOString().slice(0, 10) ?? "",
      text: list.consentText,
      ways: consentWays.map((value) => ({ value, label: t(`imports.consent.way.${value}`) })),
    },
  }
}
