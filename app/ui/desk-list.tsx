import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { Key } from "./desk-parts.tsx"

export type ListItem = { id: string; href: string; name: string; about: string; aside: string; state: string; isSeen: boolean }
export type Chip = { label: string; without: string }
export type FilterSelect = { name: string; label: string; value: string; options: readonly { value: string; label: string }[] }

type Props = {
  title: string
  count: string
  items: readonly ListItem[]
  selectedId: string | null
  chips: readonly Chip[]
  filters: readonly FilterSelect[]
  /** The address of the list without its query. */
  path: string
  words: string
  next: string | null
  first: string | null
  /** The address that gives the list as CSV; null for who may not take it away. */
  exportTo: string | null
  empty: ReactNode
}

/** The middle column: what is narrowed down, the rows, the way to the next page. */
export function DeskList({ title, count, items, selectedId, chips, filters, path, words, next, first, exportTo, empty }: Props) {
  const { t } = useTranslation()
  // A page has one first heading: that of the file which is open, else the list's own.
  const Heading = selectedId === null ? "h1" : "h2"
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
                  <option value="">{t("desk.filter.any")}</option>
                  {filter.options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
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
      {items.length === 0 ? (
        empty
      ) : (
        <ol className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <Link to={item.href} className="row" data-row aria-current={item.id === selectedId ? "true" : undefined} preventScrollReset>
                <i className={item.isSeen ? "dot seen" : "dot"}>{item.isSeen ? null : <span className="sr">{t("desk.unseen")}</span>}</i>
                <b>
                  <bdi>{item.name}</bdi>
                </b>
                <span className="aside">{item.aside}</span>
                <small>{item.about}</small>
                <span className="state">{item.state}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
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
