import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { type Language, languageFacts, languages } from "#app/locales/languages.ts"
import { alternatesOf } from "./alternates.ts"
import { ContactLines, type Contacts } from "./contact-lines.tsx"
import { isPublicPath, pathWithoutLanguage } from "./public-path.ts"
import { Khatim } from "./khatim.tsx"

type Props = {
  language: Language
  pathname: string
  /** The query of the address; the parts that make another page go along when the language changes. */
  search?: string
  isDemo: boolean
  publicUrl: string
  contacts: Contacts | null
  /** Address of the small script that improves forms; pages work without it. */
  enhance: string | null
  /** False on pages that say what went wrong. */
  isFound?: boolean
  /** What the page shows of itself where its link is shared. */
  share?: { title: string; about: string; image: string } | null
  children: ReactNode
}

const meaningful = [
  "q",
  "topic",
  "about",
  "level",
  "field",
  "university",
  "teaching",
  "standing",
  "year",
  "fee",
  "scholarship",
  "country",
  "programme",
  "scheme",
  "page",
  "check",
  "credential",
  "scale",
  "result",
  "pending",
  "taught",
  "test",
  "toefl",
]
/** An answer of the eligibility check may be "none". */
const mayBeEmpty = ["result", "taught", "level"]

function keptQuery(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => meaningful.includes(name) && (value !== "" || mayBeEmpty.includes(name)),
  )
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept).toString()}`
}

/** Everything around a candidate page: head bar, language switcher that keeps the page, foot. */
export function SiteShell({
  language,
  pathname,
  search = "",
  isDemo,
  publicUrl,
  contacts,
  enhance,
  isFound = true,
  share = null,
  children,
}: Props) {
  const { t } = useTranslation()
  const rest = pathWithoutLanguage(pathname)
  const isPublic = isFound && isPublicPath(rest)
  const links = [
    { path: "/programmes", text: t("common.nav.programmes") },
    { path: "/scholarships", text: t("common.nav.scholarships") },
    { path: "/alliance", text: t("site.foot.alliance") },
  ]
  return (
    <>
      {isPublic ? (
        <>
          <link rel="canonical" href={`${publicUrl}/${language}${rest}`} />
          {alternatesOf(publicUrl, rest).map(({ hrefLang, href }) => (
            <link key={hrefLang} rel="alternate" hrefLang={hrefLang} href={href} />
          ))}
          {share === null ? null : (
            <>
              <meta property="og:title" content={share.title} />
              <meta property="og:image" content={share.image} />
              <meta property="og:image:width" content="1200" />
              <meta property="og:image:height" content="630" />
              <meta property="og:image:alt" content={`${share.title} · ${share.about}`} />
              <meta name="twitter:card" content="summary_large_image" />
            </>
          )}
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <a className="skip" href="#content">
        {t("common.skip")}
      </a>
      {isDemo ? <aside className="demo-banner">{t("common.demo")}</aside> : null}
      <header className="bar">
        <a className="logo" href={`/${language}`}>
          <Khatim size={28} />
          <b>{t("common.name")}</b>
          <span lang={language === "ar" ? "en" : "ar"}>{t("common.nameArabic")}</span>
        </a>
        <nav aria-label={t("common.nav.main")}>
          {links.map(({ path, text }) => (
            <a
              key={path}
              className={path === "/alliance" ? "far" : undefined}
              href={`/${language}${path}`}
              aria-current={rest === path ? "page" : undefined}
            >
              {text}
            </a>
          ))}
          <a className="near" href={`/${language}/apply`}>
            {t("common.nav.apply")}
          </a>
        </nav>
        <div className="end">
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <a
                key={other}
                href={`/${other}${isFound ? rest : ""}${keptQuery(search)}`}
                lang={other}
                hrefLang={other}
                dir={languageFacts[other].direction}
              >
                {languageFacts[other].name}
              </a>
            ))}
          <a className="sign" href={`/${language}/apply`}>
            {t("common.nav.apply")}
          </a>
        </div>
      </header>
      <main id="content">
        {/* Where the service worker writes that a page is a kept one. */}
        <div className="kept" role="status" hidden />
        {children}
      </main>
      <footer>
        <p className="no-agents">
          <b>{t("common.foot.noAgents")}</b>
        </p>
        {contacts === null ? null : (
          <>
            <p>
              {t("common.foot.contact")} <a href={`/${language}/enquire`}>{t("common.nav.enquire")}</a>
            </p>
            <ContactLines contacts={contacts} />
          </>
        )}
        <p>
          {t("common.foot.about")} <a href={`/${language}/eligibility`}>{t("eligibility.title")}</a> ·{" "}
          <a href={`/${language}/alliance`}>{t("site.alliance.title")}</a> · <a href={`/${language}/costs`}>{t("costs.foot")}</a> ·{" "}
          <a href={`/${language}/countries`}>{t("countries.title")}</a> · <a href={`/${language}/events`}>{t("events.title")}</a> ·{" "}
          <a href={`/${language}/questions`}>{t("site.foot.questions")}</a> · <a href={`/${language}/check`}>{t("trust.foot")}</a> ·{" "}
          <a href={`/${language}/privacy`}>{t("common.foot.privacy")}</a>
        </p>
      </footer>
      {enhance === null ? null : <script type="module" src={enhance} />}
    </>
  )
}
