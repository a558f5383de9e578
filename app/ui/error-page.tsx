import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"

/** A page for what went wrong, in the reader's language, with the way out. */
export function ErrorPage({ language, kind, request }: { language: Language; kind: "notFound" | "broken"; request: string }) {
  const { t } = useTranslation()
  return (
    <main className="lone" id="content">
      <title>{`${t(`common.error.${kind}Title`)} · ${t("common.name")}`}</title>
      <h1>{t(`common.error.${kind}Title`)}</h1>
      <p className="lead">{t(`common.error.${kind}Text`, { request })}</p>
      <p className="acts">
        <a className="btn" href={`/${language}`}>
          {t("common.error.home")}
        </a>
        <a className="btn quiet" href={`/${language}/programmes`}>
          {t("common.nav.programmes")}
        </a>
      </p>
    </main>
  )
}
