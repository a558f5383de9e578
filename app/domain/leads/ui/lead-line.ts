import type { TFunction } from "i18next"
import { countryName } from "#app/domain/catalogue/countries.ts"
import type { Language } from "#app/locales/languages.ts"
import { shortText } from "#app/ui/desk-dates.ts"
import type { ListItem } from "#app/ui/desk-list.tsx"
import { listed } from "#app/ui/listed.ts"
import type { LeadRow } from "../lead-queries.server.ts"

/** Rows that were asked for again. */
export type LeadRows = { rows: (ListItem & { isShown: boolean })[] }

/** A lead as a row of the list shows it, in the reader's words; written on the server. */
export function leadLine(
  row: LeadRow,
  { t, language, now, href }: { t: TFunction; language: Language; now: Date; href: string },
): ListItem {
  const short = (date: Date) => shortText(date, now, language)
  const about = [
    row.country === null ? null : (countryName(row.country, language) ?? t("common.elsewhere")),
    row.level === null ? null : t(`common.level.${row.level}`),
    listed(
      t,
      row.fields.map((field) => t(`common.field.${field}` as "common.field.health")),
    ),
    row.ownerName,
  ]
  return {
    id: row.id,
    href,
    name: row.name,
    about: about.filter((part) => part !== null && part !== "").join(" · "),
    aside: short(row.activeAt),
    state: t(`states.lead.${row.stage}`),
    isSeen: row.isSeen,
    group: row.need,
    tags: row.tags,
    note: noteOf(),
    isLate: row.need === "late",
  }

  /** Until when something is to be done, or what it waits for. */
  function noteOf(): string {
    if (row.need === "done") return ""
    if (row.snoozedUntil !== null && row.snoozedUntil > now) return t("triage.row.asleep", { when: short(row.snoozedUntil) })
    if (row.answerDueAt !== null && (row.need === "late" || row.need === "unseen" || row.need === "new"))
      return t("triage.row.answerBy", { when: short(row.answerDueAt) })
    if (row.dueAt === null) return row.nextAction
    return row.nextAction === ""
      ? t("triage.row.dueAt", { when: short(row.dueAt) })
      : t("triage.row.dueBy", { when: short(row.dueAt), what: row.nextAction })
  }
}
