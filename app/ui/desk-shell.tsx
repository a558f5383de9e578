import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { Form, Link, useLocation, useNavigation } from "react-router"
import { type Language, languageFacts, languages } from "#app/locales/languages.ts"
import { useDeskKeys } from "./desk-keys.ts"
import { Key } from "./desk-parts.tsx"
import { Khatim } from "./khatim.tsx"

export type DeskPlace = { key: string; href: string; label: string }
export type DeskView = { key: string; href: string; label: string; count: string; isPressing: boolean }
export type DeskGroup = { key: string; title: string; views: readonly DeskView[] }
export type Scheme = "light" | "dark" | "auto"

type Props = {
  name: string
  role: string
  university: string
  universityCode: string
  language: Language
  scheme: Scheme
  isDemo: boolean
  places: readonly DeskPlace[]
  groups: readonly DeskGroup[]
  maySearch: boolean
  words: string
  /** What was just done, or why it was not, and the way to undo it. */
  notice: { text: string; isRefusal: boolean; undo: string | null; undoTo: string | null } | null
  children: ReactNode
}

/** How many places stand in the head on one line, in any language, with room for the search. */
const headRoom = 5

const schemes: readonly Scheme[] = ["auto", "light", "dark"]

/** Where the address is, without what only says how one came there. */
function addressOf(pathname: string, search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ["did", "no", "n", "of", "open", "after", "before"]) query.delete(name)
  const rest = query.toString()
  return rest === "" ? pathname : `${pathname}?${rest}`
}

/** A menu of the head closes when somebody turns to something else: with the pointer, with the focus, or by Escape. */
function useHeadMenus(): void {
  useEffect(() => {
    const leave = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent
      if (isEscape && event.key !== "Escape") return
      for (const menu of document.querySelectorAll<HTMLDetailsElement>(".desk-head details[open]")) {
        if (!isEscape && event.target instanceof Node && menu.contains(event.target)) continue
        if (isEscape && menu.contains(document.activeElement)) menu.querySelector("summary")?.focus()
        menu.open = false
      }
    }
    const moments = ["pointerdown", "focusin", "keydown"] as const
    for (const moment of moments) document.addEventListener(moment, leave)
    return () => {
      for (const moment of moments) document.removeEventListener(moment, leave)
    }
  }, [])
}

/** Everything around a page of the desk: head, what needs doing, foot. */
export function DeskShell(props: Props) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const navigation = useNavigation()
  const dialog = useRef<HTMLDialogElement>(null)
  useDeskKeys(dialog)
  useHeadMenus()
  const here = addressOf(pathname, search)
  // The view stays marked while one of its rows is open beside it.
  const list = /^\/desk\/(?:leads|choices)/.exec(pathname)?.[0]
  const hereView = list === undefined ? here : addressOf(list, search)
  const isHere = (place: DeskPlace) => pathname.startsWith(place.href)
  // One place alone needs no menu.
  const inHead = props.places.length <= headRoom + 1 ? props.places : props.places.slice(0, headRoom)
  const inMenu = props.places.slice(inHead.length)
  const toPlace = (place: DeskPlace) => (
    <Link key={place.key} to={place.href} aria-current={isHere(place) ? "page" : undefined}>
      {place.label}
    </Link>
  )
  return (
    <div className={`desk ${navigation.state === "idle" ? "" : "busy"}`} data-scheme={props.scheme}>
      <a className="skip" href="#content">
        {t("common.skip")}
      </a>
      <header className="desk-head">
        <Link to="/desk" className="logo" aria-label={`${t("common.name")}: ${t("desk.home.title")}`}>
          <Khatim size={22} />
          <b>{t("common.name")}</b>
        </Link>
        <nav aria-label={t("desk.nav.label")}>
          {inHead.map(toPlace)}
          {inMenu.length === 0 ? null : (
            // Another page closes it.
            <details className="more" name="head" key={pathname}>
              <summary className={inMenu.some(isHere) ? "on" : undefined}>{t("desk.nav.more")}</summary>
              <div className="menu">{inMenu.map(toPlace)}</div>
            </details>
          )}
        </nav>
        {props.maySearch ? (
          <Form method="get" action="/desk/search" className="search" role="search">
            <input
              type="search"
              name="q"
              aria-label={t("desk.search.label")}
              placeholder={t("desk.search.label")}
              defaultValue={props.words}
              key={props.words}
              dir="auto"
              data-search
            />
            <Key>/</Key>
          </Form>
        ) : null}
        <details className="me" name="head">
          <summary>
            <span className={`uni ${props.universityCode.toLowerCase()}`}>{props.university}</span>
            <bdi>{props.name}</bdi>
          </summary>
          <div className="menu">
            <p>
              <bdi>{props.name}</bdi>
              <small>{props.role}</small>
            </p>
            {/* Plain forms: another language or scheme is another page. */}
            <form method="post" action="/desk/language">
              <input type="hidden" name="back" value={here} />
              <p className="menu-title">{t("common.nav.language")}</p>
              {languages.map((language) => (
                <button
                  key={language}
                  type="submit"
                  name="language"
                  value={language}
                  lang={language}
                  aria-pressed={language === props.language}
                  className="chip"
                >
                  {languageFacts[language].name}
                </button>
              ))}
            </form>
            <form method="post" action="/desk/scheme">
              <input type="hidden" name="back" value={here} />
              <p className="menu-title">{t("desk.scheme.label")}</p>
              {schemes.map((scheme) => (
                <button key={scheme} type="submit" name="scheme" value={scheme} aria-pressed={scheme === props.scheme} className="chip">
                  {t(`desk.scheme.${scheme}`)}
                </button>
              ))}
            </form>
            <form method="post" action="/desk/sign-out">
              <button type="submit" className="act plain">
                {t("desk.signOut")}
              </button>
              <button type="submit" name="everywhere" value="yes" className="act plain">
                {t("desk.signOutEverywhere")}
              </button>
            </form>
          </div>
        </details>
      </header>
      {props.groups.length === 0 ? null : (
        <nav className="views" aria-label={t("desk.views.label")}>
          {props.groups.map((group) => (
            <div key={group.key}>
              <h2>{group.title}</h2>
              <ul>
                {group.views.map((view) => (
                  <li key={view.key}>
                    <Link
                      to={view.href}
                      aria-current={view.href === hereView ? "page" : undefined}
                      className={view.isPressing ? "pressing" : undefined}
                    >
                      <span>{view.label}</span>
                      <span className="count">{view.count}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      )}
      {/* It scrolls by itself, also where nothing in it takes the focus: the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main id="content" className={props.groups.length === 0 ? "desk-main full" : "desk-main"} tabIndex={0}>
        {props.children}
      </main>
      <footer className="desk-foot">
        <button type="button" onClick={() => dialog.current?.showModal()} className="foot-keys">
          <kbd>?</kbd> {t("desk.keys.all")}
        </button>
        {props.isDemo ? <span className="demo">{t("desk.demo")}</span> : null}
        <div className={props.notice?.isRefusal ? "notice no" : "notice"} role="status">
          {props.notice === null ? null : (
            <>
              <span>{props.notice.text}</span>
              {props.notice.undo === null ? null : (
                <Form method="post" action={props.notice.undo} preventScrollReset>
                  <input type="hidden" name="back" value={props.notice.undoTo ?? here} />
                  <button type="submit" className="undo" data-key="u" aria-keyshortcuts="u Control+z">
                    {t("desk.undo")} <Key>u</Key>
                  </button>
                </Form>
              )}
            </>
          )}
        </div>
      </footer>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{t("desk.keys.all")}</h2>
        <div className="key-groups">
          <dl>
            {(["j", "k", "enter", "/", "digits", "n", "a", "s", "u", ".", "?"] as const).map((name) => (
              <div key={name}>
                <dt>
                  <kbd>{name === "enter" ? "↵" : name === "digits" ? "1 2 3" : name === "u" ? "U Ctrl Z" : name.toUpperCase()}</kbd>
                </dt>
                <dd>{t(`desk.keys.${keyTexts[name]}`)}</dd>
              </div>
            ))}
          </dl>
          {props.maySearch ? (
            <section>
              <h3>{t("desk.place.leads")}</h3>
              <dl>
                {leadKeys.map(([keys, name]) => (
                  <div key={name}>
                    <dt>
                      <kbd>{keys}</kbd>
                    </dt>
                    <dd>{t(`triage.keys.${name}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ) : null}
        </div>
        <p className="quiet">{t("triage.keys.typing")}</p>
        <form method="dialog">
          <button type="submit" className="act go" autoFocus>
            {t("desk.keys.close")} <kbd>Esc</kbd>
          </button>
        </form>
      </dialog>
    </div>
  )
}

const leadKeys = [
  ["1", "qualify"],
  ["2", "duplicate"],
  ["3", "close"],
  ["H", "snooze"],
  ["A", "assign"],
  ["C", "contact"],
  ["P", "plan"],
  ["D", "done"],
  ["E", "change"],
  ["T", "tags"],
  ["R", "refresh"],
  ["X", "select"],
  ["⇧ J K", "selectMore"],
  ["B", "bulk"],
] as const

const keyTexts = {
  j: "next",
  k: "previous",
  enter: "open",
  "/": "search",
  digits: "digits",
  n: "note",
  a: "owner",
  s: "seen",
  u: "undo",
  ".": "page",
  "?": "help",
} as const
