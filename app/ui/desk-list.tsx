import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { Key } from "./desk-parts.tsx"

export type ListItem = {
  id: string
  href: string
  name: string
  about: string
  aside: string
  state: string
  isSeen: boolean
  /** Rows of one group stand under its heading. */
  group?: string
  tags?: readonly string[]
  /** Until when something is to be done. */
  note?: string
  isLate?: boolean
  /** It has left the list since it was shown. */
  isGone?: boolean
}
export type Chip = { label: string; without: string }
export type FilterSelect = {
  name: string
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  none?: string
}
export type FilterText = { name: string; label: string; value: string; kind: "text" | "number" }

type Props = {
  title: string
  count: string
  items: readonly ListItem[]
  selectedId: string | null
  chips: readonly Chip[]
  filters: readonly FilterSelect[]
  texts?: readonly FilterText[]
  /** The address of the list without its query. */
  path: string
  words: string
  next: string | null
  first: string | null
  /** The address that gives the list as CSV; null for who may not take it away. */
  exportTo: string | null
  empty: ReactNode
  /** The words over each group of rows. */
  groups?: Readonly<Record<string, string>>
  /** What stands between the filters and the rows: what is new, what can be kept. */
  above?: ReactNode
  /** How rows are ticked, and what is done with those that are; nobody ticks without it. */
  ticks?: { formId: string; ticked: ReadonlySet<string>; tick(id: string, isOn: boolean): void; bar: ReactNode }
}

/** The middle column: what is narrowed down, the rows, the way to the next page. */
export function DeskList(props: Props) {
  const { title, count, items, selectedId, chips, filters, path, words, next, first, exportTo, empty, groups, ticks } = props
  const { t } = useTranslation()
  // A page has one first heading: that of the file which is open, else the list's own.
  const Heading = selectedId === null ? "h1" : "h2"
  const Group = selectedId === null ? "h2" : "h3"
  return (
    <section className="list" aria-label={title}>
      <header>
        <Heading className="list-title">
          {title} <span className="count">· {count}</span>
        </Heading>
        <span className="hint">
          <Key>j</Key> <Key>k</Key> {t("desk.keys.moveShort")}
        </span>
      </header>
      <div className="chips">
        {chips.map((chip) => (
          <Link key={chip.label} to={chip.without} className="chip on" aria-label={t("desk.filter.remove", { name: chip.label })}>
            <bdi>{chip.label}</bdi> <span aria-hidden="true">×</span>
          </Link>
        ))}
        <details className="filter" key={JSON.stringify(chips)}>
          <summary className="chip">{t("desk.filter.add")}</summary>
          <form method="get" action={path} className="filter-form">
            {filters.map((filter) => (
              <label key={filter.name}>
                {filter.label}
                <select name={filter.name} defaultValue={filter.value}>
                  <option value="">{filter.none ?? t("desk.filter.any")}</option>
                  {filter.options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            {(props.texts ?? []).map((text) => (
              <label key={text.name}>
                {text.label}
                <input
                  name={text.name}
                  defaultValue={text.value}
                  maxLength={100}
                  {...(text.kind === "number" ? { inputMode: "numeric" } : { dir: "auto" })}
                />
              </label>
            ))}
            {words === "" ? null : <input type="hidden" name="q" value={words} />}
            <button type="submit" className="act go">
              {t("desk.filter.apply")}
            </button>
          </form>
        </details>
        {exportTo === null ? null : (
          // A plain form: the answer is a file, and taking one away is written down.
          <form method="post" action={exportTo} className="export">
            <button type="submit" className="chip">
              {t("desk.export")}
            </button>
          </form>
        )}
      </div>
      {props.above}
      {items.length === 0 ? (
        empty
      ) : (
        <ol className="rows">
          {items.map((item, place) => (
            <li key={item.id} className={ticks === undefined ? undefined : "ticks"}>
              {groups === undefined || item.group === undefined || item.group === items[place - 1]?.group ? null : (
                <Group className="group">{groups[item.group]}</Group>
              )}
              {ticks === undefined ? null : (
                <input
                  type="checkbox"
                  name="lead"
                  value={item.id}
                  form={ticks.formId}
                  checked={ticks.ticked.has(item.id)}
                  onChange={(event) => ticks.tick(item.id, event.target.checked)}
                  aria-label={t("triage.select.one", { name: item.name })}
                  data-tick={item.id}
                />
              )}
              <Row item={item} isOpen={item.id === selectedId} />
            </li>
          ))}
        </ol>
      )}
      {ticks?.bar}
      {next === null && first === null ? null : (
        <nav className="pager" aria-label={t("desk.page.label")}>
          {first === null ? null : (
            <Link to={first} data-key="home">
              {t("desk.page.first")}
            </Link>
          )}
          {next === null ? (
            <span className="quiet">{t("desk.page.last")}</span>
          ) : (
            <Link to={next} data-key="." aria-keyshortcuts=".">
              {t("desk.page.next")} <Key>.</Key>
            </Link>
          )}
        </nav>
      )}
    </section>
  )
}

function Row({ item, isOpen }: { item: ListItem; isOpen: boolean }) {
  const { t } = useTranslation()
  const { note = "", tags = [], isGone = false } = item
  return (
    <Link
      to={item.href}
      className={isGone ? "row gone" : "row"}
      data-row={item.id}
      aria-current={isOpen ? "true" : undefined}
      preventScrollReset
    >
      <i className={item.isSeen ? "dot seen" : "dot"}>{item.isSeen ? null : <span className="sr">{t("desk.unseen")}</span>}</i>
      <b>
        <bdi>{item.name}</bdi>
        {isGone ? <span className="sr"> ({t("triage.live.moved")})</span> : null}
      </b>
      <span className="aside">{item.aside}</span>
      <small>{item.about}</small>
      <span className="state">{item.state}</span>
      {note === "" && tags.length === 0 ? null : (
        <span className="row-note">
          {note === "" ? null : <span className={item.isLate === true ? "late" : undefined}>{note}</span>}
          {tags.map((tag) => (
            <bdi key={tag} className="tag">
              {tag}
            </bdi>
          ))}
        </span>
      )}
    </Link>
  )
}
