import { useTranslation } from "react-i18next"
import { useLocation } from "react-router"
import type { Language } from "#app/locales/languages.ts"
import type { Contacts } from "./contact-lines.tsx"
import { SiteShell } from "./site-shell.tsx"

type Props = { language: Language; kind: "notFound" | "unread" | "broken"; request: string; isDemo: boolean; contacts: Contacts | null }

/** A page for what went wrong, in the reader's language, with the ways out. On the desk it leads back to the desk. */
export function ErrorPage({ language, kind, request, isDemo, contacts }: Props) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const isDesk = pathname.startsWith("/desk")
  const home = isDesk ? "/desk" : `/${language}`
  const message = (
    <div className="lone">
      <title>{`${t(`common.error.${kind}Title`)} · ${t("common.name")}`}</title>
      <h1>{t(`common.error.${kind}Title`)}</h1>
      <p className="lead">{t(`common.error.${kind}Text`, { request })}</p>
      <p className="acts">
        <a className="btn" href={home}>
          {t("common.error.home")}
        </a>
        {isDesk ? null : (
          <a className="btn quiet" href={`/${language}/programmes`}>
            {t("common.nav.programmes")}
          </a>
        )}
      </p>
    </div>
  )
  if (isDesk) return <main id="content">{message}</main>
  return (
    <SiteShell language={language} pathname={pathname} isDemo={isDemo} publicUrl="" contacts={contacts} enhance={null} isFound={false}>
      {message}
    </SiteShell>
  )
}
