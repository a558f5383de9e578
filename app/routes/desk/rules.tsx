import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { listOwnRules, type RuleVersion } from "#app/domain/editing/rule-versions.server.ts"
import { staffNames } from "#app/domain/editing/thing-history.server.ts"
import { nameWords, unruledCertificates } from "#app/domain/eligibility/rule-names.ts"
import { askedWords } from "#app/domain/eligibility/rule-words.ts"
import { type RuleRow, type RuleSays, RuleTable } from "#app/domain/eligibility/ui/rule-table.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { dayText } from "#app/ui/desk-dates.ts"
import { Panel, VerbLink } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/rules"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("rules.edit"))
  const { t, language } = ctx
  const rules = await listOwnRules(ctx, universityOf(ctx.actor))
  const names = await staffNames(
    ctx,
    rules.map(({ current }) => current.byId),
  )
  const says = (rule: RuleVersion): RuleSays => ({
    asks: askedWords(t, language, rule),
    standing: t(`eligibility.standing.${rule.standing}`),
    isConfirmed: rule.standing !== "to_confirm",
    asOf: rule.asOf,
    source: rule.source,
  })
  const rowOf = ({ current, open, inForce }: (typeof rules)[number]): RuleRow => ({
    id: current.id,
    on: nameWords(t, language, current.names),
    programme: current.programmeTitle === null ? "" : t("eligibility.rule.onlyFor", { programme: current.programmeTitle }),
    inForce: inForce === null ? null : says(inForce),
    open: open === null ? null : { ...says(open), state: open.state === "reviewed" ? "reviewed" : "draft" },
    version: current.version,
    who: names(current.byId) || t("eligibility.rule.cameAlong"),
    when: dayText(current.createdAt, language),
  })
  const ofEach = rules.filter(({ current }) => current.level === "bachelor" && current.programmeId === null)
  const ruled = new Set(ofEach.flatMap(({ inForce }) => (inForce === null || inForce.treatment === "none" ? [] : [inForce.names])))
  return {
    groups: levels
      .map((level) => ({ level, rows: rules.filter(({ current }) => current.level === level).map(rowOf) }))
      .filter((group) => group.rows.length > 0),
    onTheWay: rules.flatMap((rule) => (rule.open === null ? [] : [{ ...rowOf(rule), level: rule.current.level }])),
    unruled: unruledCertificates(ruled).map((certificate) => ({
      names: certificate,
      words: nameWords(t, language, certificate),
      draftId: ofEach.find(({ open }) => open?.names === certificate)?.current.id ?? null,
    })),
  }
}

export default function Rules({ loaderData: { groups, onTheWay, unruled } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("eligibility.rule.title")} · ${t("common.name")}`}</title>
      <h1>{t("eligibility.rule.title")}</h1>
      <p className="lead">{t("eligibility.rule.lead")}</p>
      <p className="acts">
        <VerbLink to="/desk/rules/new">{t("eligibility.rule.other")}</VerbLink>
        <VerbLink to="/desk/score">{t("scoring.see")}</VerbLink>
      </p>
      {onTheWay.length === 0 ? null : (
        <Panel title={t("eligibility.rule.onTheWay")} tone="saffron">
          <ul className="plain-list">
            {onTheWay.map(({ id, on, level, programme, open, who, when }) => (
              <li key={id}>
                <span className="tag amber">{t(`eligibility.rule.stands.${open?.state ?? "draft"}`)}</span>{" "}
                <Link to={`/desk/rules/${id}`}>{on}</Link>{" "}
                <small className="quiet">
                  {[t(`common.level.${level}`), programme, who, when].filter((part) => part !== "").join(" · ")}
                </small>
              </li>
            ))}
          </ul>
        </Panel>
      )}
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
            {unruled.map(({ names, words, draftId }) => (
              <li key={names}>
                <bdi>{words}</bdi>{" "}
                {draftId === null ? (
                  <Link to={`/desk/rules/new?level=bachelor&names=${names}`} aria-label={`${t("eligibility.rule.write")}: ${words}`}>
                    {t("eligibility.rule.write")}
                  </Link>
                ) : (
                  <Link to={`/desk/rules/${draftId}`} aria-label={`${t("eligibility.rule.see")}: ${words}`}>
                    {t("eligibility.rule.see")}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
