import { useTranslation } from "react-i18next"
import { listSchemes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { SchemeCard } from "#app/domain/catalogue/ui/scheme-card.tsx"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/scholarships"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  return { language: ctx.language, schemes: await listSchemes(ctx) }
}

export default function Scholarships({ loaderData: { language, schemes } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{`${t("site.scholarships.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("site.scholarships.description")} />
      <h1>{t("site.scholarships.title")}</h1>
      <p className="lead">{t("site.scholarships.lead")}</p>
      <p className="note">{t("site.scholarships.noJoint")}</p>
      <ul className="cards wide">
        {schemes.map((scheme) => (
          <SchemeCard key={scheme.slug} scheme={scheme} language={language} />
        ))}
      </ul>
      <p className="after">{t("site.scholarships.amci")}</p>
      <p className="acts">
        <a className="btn" href={`/${language}/enquire`}>
          {t("site.scholarships.ask")}
        </a>
      </p>
    </div>
  )
}
