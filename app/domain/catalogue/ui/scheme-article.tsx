import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Band } from "#app/ui/band.tsx"
import { dayText, moroccoZone } from "#app/ui/moment.ts"
import type { SchemeView } from "../catalogue-queries.server.ts"
import { StandingBadge } from "./standing-badge.tsx"

/** The page of a scholarship. */
export function SchemeArticle({ scheme, language }: { scheme: SchemeView; language: Language }) {
  const { t } = useTranslation()
  const parts = [
    [t("site.scholarships.whoFor"), scheme.whoFor],
    [t("site.scholarships.covers"), scheme.covers],
    [t("site.scholarships.about"), scheme.about],
  ] as const
  const facts = [
    [t("site.scholarships.given"), scheme.owner === null ? t("site.scholarships.state") : t(`common.university.${scheme.owner}`)],
    ...(scheme.places === null ? [] : [[t("site.scholarships.places"), String(scheme.places)] as const]),
    [t("site.scholarships.facts"), t("site.scholarships.asOf", { year: scheme.asOf })],
  ] as const
  return (
    <article className="page duo">
      <title>{`${scheme.title} · ${t("common.name")}`}</title>
      <meta name="description" content={scheme.summary} />
      <Band owner={scheme.owner} />
      <p className="crumb">
        <a href={`/${language}/scholarships`}>{t("site.scholarships.title")}</a>
      </p>
      <StandingBadge standing={scheme.standing}>{t(`site.scholarships.${scheme.standing}`)}</StandingBadge>
      <h1>{scheme.title}</h1>
      <p className="lead">{scheme.summary}</p>
      <aside className="side" aria-label={scheme.title}>
        <p className="acts">
          <a
            className="btn"
            href={`/${language}/enquire${scheme.owner === "AUI" || scheme.owner === "UM6P" ? `?university=${scheme.owner}` : ""}`}
          >
            {t("site.scholarships.ask")}
          </a>
        </p>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </aside>
      {parts.map(([title, paragraphs]) => (
        <section key={title}>
          <h2>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      {scheme.standing === "closed" ? null : <p className="note">{t("site.scholarships.confirm")}</p>}
      {scheme.programmes.length === 0 ? null : (
        <>
          <h2>{t("site.scholarships.programmes")}</h2>
          <ul className="stars">
            {scheme.programmes.map((programme) => (
              <li key={programme.slug}>
                <a href={`/${language}/programmes/${programme.slug}`}>{programme.title}</a>
                {scheme.standing === "closed" || programme.standing === "announced" ? null : (
                  <>
                    {" "}
                    · <a href={`/${language}/costs?programme=${programme.slug}&scheme=${scheme.slug}`}>{t("costs.link")}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet-text after">
        {t("site.scholarships.sources")}{" "}
        {scheme.sources.map((source, index) => (
          <span key={source}>
            {index === 0 ? null : " · "}
            <a href={source} rel="noreferrer">
              <bdi>{new URL(source).hostname}</bdi>
            </a>
          </span>
        ))}{" "}
        · {t("site.programme.updated", { day: dayText(language, scheme.updatedAt, moroccoZone) })}
      </p>
    </article>
  )
}
