import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { nameWords, unruledCertificates } from "#app/domain/eligibility/rule-names.ts"
import { listOwnRules } from "#app/domain/eligibility/rule-queries.server.ts"
import { askedWords } from "#app/domain/eligibility/rule-words.ts"
import { RuleTable } from "#app/domain/eligibility/ui/rule-table.tsx"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { dayText } from "#app/ui/desk-dates.ts"
import { VerbLink } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/rules"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("rules.read"))
  const { t, language } = ctx
  const rules = await listOwnRules(ctx, universityOf(ctx.actor))
  const rows = rules.map((rule) => ({
    level: rule.level,
    id: rule.id,
    on: nameWords(t, language, rule.names),
    programme: rule.programmeTitle === null ? "" : t("eligibility.rule.onlyFor", { programme: rule.programmeTitle }),
    asks: askedWords(t, language, rule),
    standing: t(`eligibility.standing.${rule.standing}`),
    isConfirmed: rule.standing !== "to_confirm",
    asOf: rule.asOf,
    source: rule.source,
    version: rule.version,
    who: rule.author === "" ? t("eligibility.rule.cameAlong") : rule.author,
    when: dayText(rule.createdAt, language),
  }))
  const ruled = new Set(
    rules
      .filter(({ level, programmeId, treatment }) => level === "bachelor" && programmeId === null && treatment !== "none")
      .map(({ names }) => names),
  )
  return {
    mayEdit: roleMay(ctx.actor.role, "rules.edit"),
    groups: levels.map((level) => ({ level, rows: rows.filter((row) => row.level === level) })).filter((group) => group.rows.length > 0),
    unruled: unruledCertificates(ruled).map((names) => ({ names, words: nameWords(t, language, names) })),
  }
}

export default function Rules({ loaderData: { mayEdit, groups, unruled } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("eligibility.rule.title")} · ${t("common.name")}`}</title>
      <h1>{t("eligibility.rule.title")}</h1>
      <p className="lead">{t("eligibility.rule.lead")}</p>
      <p className="acts">
        {mayEdit ? <VerbLink to="/desk/rules/new">{t("eligibility.rule.other")}</VerbLink> : null}
        <VerbLink to="/desk/score">{t("scoring.see")}</VerbLink>
      </p>
      {groups.map(({ level, rows }) => (
        <Fragment key={level}>
          <h2>{t(`common.level.${level}`)}</h2>
          <RuleTable rows={rows} />
        </Fragment>
      ))}
      {unruled.length === 0 ? null : (
        <>
          <h2>{t("eligibility.rule.noLead")}</h2>
          <ul className="plain-list">
            {unruled.map(({ names, words }) => (
              <li key={names}>
                <bdi>{words}</bdi>{" "}
                {mayEdit ? (
                  <Link to={`/desk/rules/new?level=bachelor&names=${names}`} aria-label={`${t("eligibility.rule.write")}: ${words}`}>
                    {t("eligibility.rule.write")}
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
