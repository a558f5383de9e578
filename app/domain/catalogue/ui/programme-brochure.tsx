import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { listed } from "#app/ui/listed.ts"
import { dayText, moroccoZone } from "#app/ui/moment.ts"
import type { ProgrammeView } from "../catalogue-queries.server.ts"
import { CostAmount, CostYear } from "./cost-amount.tsx"
import { IntakeSection } from "./intake-section.tsx"
import { ProgrammeBadge, StandingBadge } from "./standing-badge.tsx"

type Props = { programme: ProgrammeView; language: Language; address: string; contact: string }

/** A programme as it is printed and passed on: the catalogue's own words, and where they come from. */
export function ProgrammeBrochure({ programme, language, address, contact }: Props) {
  const { t } = useTranslation()
  const { owner } = programme
  const university = owner === "JOINT" ? `${t("common.university.AUI")} × ${t("common.university.UM6P")}` : t(`common.university.${owner}`)
  const facts = [
    university,
    programme.city,
    t(`common.level.${programme.level}`),
    listed(
      t,
      programme.teachingLanguages.map((spoken) => t(`common.languageName.${spoken}`)),
    ),
  ]
  return (
    <>
      <ProgrammeBadge programme={programme} />
      <h1>{programme.title}</h1>
      <p>
        <bdi>{facts.filter((fact) => fact !== "").join(" · ")}</bdi>
      </p>
      <p className="lead">{programme.summary}</p>
      {programme.about.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <IntakeSection intakes={programme.intakes} slug={programme.slug} language={language} />
      <h2>{t("site.programme.entry")}</h2>
      <ul className="stars">
        {programme.entry.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {programme.standing === "announced" ? null : <p className="quiet-text">{t("site.programme.entryConfirm")}</p>}
      <h2>{t("site.programme.costs")}</h2>
      <p>{t(programme.costs.length === 0 ? "site.programme.noCosts" : "site.programme.costsConfirm")}</p>
      {programme.costs.length === 0 ? null : (
        <dl className="facts">
          {programme.costs.map((cost) => (
            <div key={cost.item}>
              <dt>{cost.item}</dt>
              <dd>
                <CostAmount cost={cost} language={language} /> (<CostYear cost={cost} />)
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h2>{t("site.programme.schemes")}</h2>
      {programme.schemes.length === 0 ? (
        <p>{t("site.programme.noSchemes")}</p>
      ) : (
        <ul className="stars">
          {programme.schemes.map((scheme) => (
            <li key={scheme.slug}>
              <b>{scheme.title}</b> <StandingBadge standing={scheme.standing}>{t(`site.scholarships.${scheme.standing}`)}</StandingBadge>
              <br />
              {scheme.summary}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet-text after">
        {t("brochure.print")} <bdi dir="ltr">{address}</bdi>
        <br />
        <bdi>{t("brochure.contact", { address: contact })}</bdi>
        {programme.source === "" ? null : (
          <>
            <br />
            {t("site.programme.source")} <bdi dir="ltr">{programme.source}</bdi> ·{" "}
            {t("site.programme.updated", { day: dayText(language, programme.updatedAt, moroccoZone) })}
          </>
        )}
      </p>
    </>
  )
}
