import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { type Language, languageFacts, languages } from "#app/locales/languages.ts"
import { Khatim } from "./khatim.tsx"

type Props = {
  language: Language
  pathname: string
  isDemo: boolean
  publicUrl: string
  /** Address of the small script that improves forms; pages work without it. */
  enhance: string | null
  children: ReactNode
}

/** Everything around a candidate page: head bar, language switcher that keeps the page, foot. */
export function SiteShell({ language, pathname, isDemo, publicUrl, enhance, children }: Props) {
  const { t } = useTranslation()
  const rest = pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "").replace(/\/$/, "")
  const isPublic = !/^\/(?:apply|preferences|confirm|guardian|referee)(?:\/|$)/.test(rest)
  return (
    <>
      {isPublic ? (
        <>
          <link rel="canonical" href={`${publicUrl}/${language}${rest}`} />
          {languages.map((other) => (
            <link key={other} rel="alternate" hrefLang={other} href={`${publicUrl}/${other}${rest}`} />
          ))}
          <link rel="alternate" hrefLang="x-default" href={`${publicUrl}/`} />
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <a className="skip" href="#content">
        {t("common.skip")}
      </a>
      {isDemo ? <p className="demo-banner">{t("common.demo")}</p> : null}
      <header className="bar">
        <a className="logo" href={`/${language}`}>
          <Khatim size={28} />
          <b>{t("common.name")}</b>
          <span lang={language === "ar" ? "en" : "ar"}>{t("common.nameArabic")}</span>
        </a>
        <nav aria-label={t("common.nav.main")}>
          <a href={`/${language}/programmes`}>{t("common.nav.programmes")}</a>
          <a href={`/${language}/scholarships`}>{t("common.nav.scholarships")}</a>
          <a href={`/${language}/alliance`}>{t("common.nav.alliance")}</a>
        </nav>
        <div className="end">
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <a key={other} href={`/${other}${rest}`} lang={other} hrefLang={other} dir={languageFacts[other].direction}>
                {languageFacts[other].name}
              </a>
            ))}
          <a className="sign" href={`/${language}/apply`}>
            {t("common.nav.apply")}
          </a>
        </div>
      </header>
      <main id="content">{children}</main>
      <footer>
        <p className="no-agents">
          <b>{t("common.foot.noAgents")}</b>
        </p>
        <p>{t("common.foot.about")}</p>
        <p>
          <a href={`/${language}/enquire`}>{t("common.nav.enquire")}</a>
          {" · "}
          <a href={`/${language}/privacy`}>{t("common.foot.privacy")}</a>
        </p>
      </footer>
      {enhance === null ? null : <script type="module" src={enhance} />}
    </>
  )
}
