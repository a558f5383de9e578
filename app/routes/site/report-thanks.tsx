import { useTranslation } from "react-i18next"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/report-thanks"

/** Holds nothing of what was told. */
export function loader({ request, context }: Route.LoaderArgs) {
  return { language: ctxOf(context).language, isAnswered: new URL(request.url).searchParams.get("by") === "mail" }
}

export default function ReportThanks({ loaderData: { language, isAnswered } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{`${t("trust.report.thanks")} · ${t("common.name")}`}</title>
      <meta name="robots" content="noindex" />
      <h1>{t("trust.report.thanks")}</h1>
      <div className="done">
        <p>{t("trust.report.thanksText")}</p>
        {isAnswered ? <p>{t("trust.report.thanksMail")}</p> : null}
      </div>
      <p>{t("trust.report.thanksUntil")}</p>
      <p className="acts">
        <a className="btn quiet" href={`/${language}/check`}>
          {t("trust.report.thanksCheck")}
        </a>
      </p>
    </div>
  )
}
