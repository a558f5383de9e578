import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { useOwnDraft } from "./own-draft.ts"

/** A key as it stands on a button. */
export function Key({ children }: { children: string }) {
  return <kbd aria-hidden="true">{children.toUpperCase()}</kbd>
}

type VerbProps = {
  /** The address of the verb; one button is one verb. */
  action: string
  /** Where to go afterwards. */
  back: string
  children: ReactNode
  values?: Record<string, string>
  hotkey?: string
  look?: "go" | "warn" | "plain" | "link"
  /** What it does and to what, where its words alone do not say it. */
  label?: string
}

/** A button that does one thing: a form of its own, which works before any script has come. */
export function VerbButton({ action, back, children, values = {}, hotkey, look = "plain", label }: VerbProps) {
  return (
    <Form method="post" action={action} className="verb" preventScrollReset>
      <input type="hidden" name="back" value={back} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={`act ${look}`} data-key={hotkey} aria-keyshortcuts={hotkey} aria-label={label}>
        {children} {hotkey === undefined ? null : <Key>{hotkey}</Key>}
      </button>
    </Form>
  )
}

/** A step that needs a page of its own. */
export function VerbLink({
  to,
  children,
  hotkey,
  look = "plain",
  label,
}: {
  to: string
  children: ReactNode
  hotkey?: string
  look?: "go" | "warn" | "plain"
  /** What it does and to what, where its words alone do not say it. */
  label?: string
}) {
  return (
    <Link to={to} className={`act ${look}`} data-key={hotkey} aria-keyshortcuts={hotkey} aria-label={label} preventScrollReset>
      {children} {hotkey === undefined ? null : <Key>{hotkey}</Key>}
    </Link>
  )
}

export function Panel({
  title,
  children,
  tone = "plain",
  isWide = false,
}: {
  title: ReactNode
  children: ReactNode
  tone?: "plain" | "saffron" | "clay"
  isWide?: boolean
}) {
  return (
    <section className={`panel ${tone} ${isWide ? "wide" : ""}`}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Facts in two columns; what is not known is left out. */
export function Facts({ rows }: { rows: readonly (readonly [label: string, value: ReactNode] | null)[] }) {
  const known = rows.filter((row) => row !== null && row[1] !== null && row[1] !== "")
  if (known.length === 0) return null
  return (
    <dl className="facts">
      {known.map((row) => (
        <div key={row?.[0]}>
          <dt>{row?.[0]}</dt>
          <dd>{row?.[1]}</dd>
        </div>
      ))}
    </dl>
  )
}

export type TimelineEntry = {
  id: string
  text: string
  /** What it was about, when the sentence alone does not say it. */
  about?: string
  by: string
  at: string
}

/** What happened, along the dotted route, the latest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation()
  return (
    <section className="timeline">
      <h2>{t("desk.timeline")}</h2>
      {entries.length === 0 ? (
        <p className="quiet">{t("desk.timelineEmpty")}</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <li key={entry.id}>
              {entry.text}
              {entry.about === undefined || entry.about === "" ? null : (
                <>
                  {" "}
                  · <bdi>{entry.about}</bdi>
                </>
              )}{" "}
              {entry.by === "" ? null : <bdi className="by">{entry.by}</bdi>} <small>{entry.at}</small>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

export type NoteView = { id: string; text: string; author: string; at: string }

/** Notes of one's own university, and the box to add one. */
export function Notes({ notes, action, back, mayAdd }: { notes: readonly NoteView[]; action: string; back: string; mayAdd: boolean }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.notes.title")}>
      {notes.map((note) => (
        <article key={note.id} className="note-text">
          <p dir="auto">{note.text}</p>
          <small>
            <bdi>{note.author}</bdi> · {note.at}
          </small>
        </article>
      ))}
      {mayAdd ? (
        // A fresh box after each note: its key changes with what has been written.
        <Form key={notes[0]?.id ?? "first"} method="post" action={action} className="note-form" preventScrollReset>
          <input type="hidden" name="back" value={back} />
          <label htmlFor="f-text">{t("desk.notes.label")}</label>
          <textarea id="f-text" name="text" rows={2} dir="auto" required maxLength={4000} data-key="n" aria-keyshortcuts="n" />
          <button type="submit" className="act plain">
            {t("desk.notes.add")} <Key>n</Key>
          </button>
        </Form>
      ) : null}
    </Panel>
  )
}

/** Who looks after it: a list of colleagues and a button. With it goes whom the reader saw there (`seen`, empty for nobody). */
export function OwnerForm({
  owners,
  ownerId,
  action,
  back,
}: {
  owners: readonly { id: string; name: string }[]
  ownerId: string | null
  action: string
  back: string
}) {
  const { t } = useTranslation()
  const { key, value: seen, onInput, onSubmit } = useOwnDraft(action, ownerId ?? "")
  return (
    <Form key={key} method="post" action={action} className="owner-form" preventScrollReset onInput={onInput} onSubmit={onSubmit}>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="seen" value={seen} />
      <label htmlFor="f-owner">{t("desk.owner.label")}</label>
      <select id="f-owner" name="owner" defaultValue={seen} data-key="a" aria-keyshortcuts="a">
        <option value="">{t("desk.owner.none")}</option>
        {owners.map((owner) => (
          <option key={owner.id} value={owner.id}>
            {owner.name}
          </option>
        ))}
      </select>
      <button type="submit" className="act plain">
        {t("desk.owner.give")} <Key>a</Key>
      </button>
    </Form>
  )
}

/** The page of a list that is empty: what it would hold, and the way on. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 40 40" width="44" height="44" aria-hidden="true">
        <path d="M20 2l5.3 5.3h7.4v7.4L38 20l-5.3 5.3v7.4h-7.4L20 38l-5.3-5.3H7.3v-7.4L2 20l5.3-5.3V7.3h7.4z" />
      </svg>
      <p>
        <b>{title}</b>
      </p>
      {children === undefined ? null : <p className="quiet">{children}</p>}
    </div>
  )
}
