import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import type { ProgrammeCard } from "../catalogue-queries.server.ts"
import { CostAmount, CostYear } from "./cost-amount.tsx"

/** What is asked and what tuition costs, in short, below the list of programmes. */
export function ProgrammeBasics({ programmes, language }: { programmes: readonly ProgrammeCard[]; language: Language }) {
  const { t } = useTranslation()
  const withTuition = programmes.flatMap(({ slug, title, tuition }) => (tuition === null ? [] : [{ slug, title, tuition }]))
  return (
    <section>
      <h2 id="who">{t("site.programmes.who")}</h2>
      <dl className="facts">
        <dt>{t("common.universityShort.AUI")}</dt>
        <dd>{t("site.programmes.whoAui")}</dd>
        <dt>{t("common.universityShort.UM6P")}</dt>
        <dd>{t("site.programmes.whoUm6p")}</dd>
      </dl>
      <p>
        {t("site.programmes.whoMore")} <a href={`/${language}/eligibility`}>{t("eligibility.link")}</a>
      </p>
      <h2 id="costs">{t("site.programmes.costs")}</h2>
      <p>
        {t("site.programmes.costsText")} <a href={`/${language}/costs`}>{t("costs.link")}</a>
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("site.programmes.programme")}</th>
            <th scope="col">{t("site.programmes.tuition")}</th>
            <th scope="col">{t("site.programmes.year")}</th>
          </tr>
        </thead>
        <tbody>
          {withTuition.map(({ slug, title, tuition }) => (
            <tr key={slug}>
              <th scope="row">
                <a href={`/${language}/programmes/${slug}#costs`}>{title}</a>
              </th>
              <td>
                <CostAmount cost={tuition} language={language} />
              </td>
              <td>
                <CostYear cost={tuition} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
