import { useTranslation } from "react-i18next"
import { listProgrammes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { commitments, memorandumSource } from "#app/domain/catalogue/memorandum.ts"
import { StandingBadge } from "#app/domain/catalogue/ui/standing-badge.tsx"
import { ctxOf } from "#app/platform/http.server.ts"
import { Band } from "#app/ui/band.tsx"
import { Khatim } from "#app/ui/khatim.tsx"
import type { Route } from "./+types/alliance"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const programmes = (await listProgrammes(ctx)).filter(({ owner }) => owner === "JOINT")
  return { language: ctx.language, announced: programmes.filter(({ standing }) => standing === "announced") }
}

const badge = { announced: "announced", past: "closed", each: "sample", exists: "open" } as const

export default function Alliance({ loaderData: { language, announced } }: Route.ComponentProps) {
  const { t } = useTranslation()
  const word = {
    announced: t("common.standing.announced"),
    past: t("site.alliance.past"),
    each: t("site.alliance.each"),
    exists: t("site.alliance.exists"),
  }
  return (
    <article className="page duo">
      <title>{`${t("site.alliance.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("site.alliance.description")} />
      <Band owner="JOINT" />
      <h1>{t("site.alliance.title")}</h1>
      <p className="lead">{t("site.alliance.lead")}</p>
      <aside className="side" aria-label={t("site.alliance.signed")}>
        <dl className="facts">
          {(["signed", "by", "fieldsTitle"] as const).map((fact) => (
            <div key={fact}>
              <dt>{t(`site.alliance.${fact}`)}</dt>
              <dd>
                {t(({ signed: "site.alliance.signedOn", by: "site.alliance.byNames", fieldsTitle: "site.alliance.fields" } as const)[fact])}
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet-text">
          <a href={memorandumSource} rel="noreferrer">
            {t("site.programme.source")} <bdi>{new URL(memorandumSource).hostname}</bdi>
          </a>
        </p>
      </aside>
      <p className="note">{t("site.alliance.standing")}</p>
      <h2>{t("site.alliance.commitments")}</h2>
      <ol className="route">
        {commitments.map(({ key, standing, sources }) => (
          <li key={key} className={standing === "announced" ? "next" : undefined}>
            <Khatim size={26} />
            <h3>{t(`site.alliance.${key}`)}</h3>
            <p>
              <StandingBadge standing={badge[standing]}>{word[standing]}</StandingBadge> {t(`site.alliance.${key}Text`)}
            </p>
            {sources.length === 0 ? null : (
              <p className="quiet-text">
                {sources.map((source, index) => (
                  <span key={source}>
                    {index === 0 ? null : " · "}
                    <a href={source} rel="noreferrer">
                      {t("site.alliance.source", { number: index + 1 })}
                      <span className="vh"> {new URL(source).hostname}</span>
                    </a>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
      {announced.length === 0 ? null : (
        <>
          <h2>{t("site.alliance.announcedList")}</h2>
          <ul className="stars">
            {announced.map((programme) => (
              <li key={programme.slug}>
                <a href={`/${language}/programmes/${programme.slug}`}>{programme.title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}
