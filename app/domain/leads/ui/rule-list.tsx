import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { VerbButton } from "#app/ui/desk-parts.tsx"

type Rule = { id: string; who: string; members: string; limit: string }

/** The rules by which new leads are given to somebody, in the order in which they are asked. */
export function RuleList({ rules, mayEdit }: { rules: readonly Rule[]; mayEdit: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <h2>{t("deskWork.team.rules")}</h2>
      <p className="quiet">{rules.length === 0 ? t("deskWork.team.noRules") : t("deskWork.team.rulesLead")}</p>
      <ol className="rule-list">
        {rules.map((rule, index) => (
          <li key={rule.id}>
            <b>{rule.who}</b>
            <br />
            <bdi>{rule.members}</bdi>{" "}
            <span className="quiet">{[t("deskWork.team.takesTurns"), rule.limit].filter((part) => part !== "").join(" · ")}</span>
            {mayEdit ? (
              <span className="in-line">
                <Link to={`/desk/team/rules/${rule.id}`} aria-label={`${t("deskWork.team.ruleEdit")}: ${rule.who}`}>
                  {t("deskWork.next.change")}
                </Link>
                {index === 0 ? null : (
                  <VerbButton
                    action="/desk/team/rule-move"
                    back="/desk/team"
                    values={{ rule: rule.id, to: "up" }}
                    look="link"
                    label={`${t("deskWork.team.ruleUp")}: ${rule.who}`}
                  >
                    {t("deskWork.team.ruleUp")}
                  </VerbButton>
                )}
                <VerbButton
                  action="/desk/team/rule-move"
                  back="/desk/team"
                  values={{ rule: rule.id, to: "away" }}
                  look="link"
                  label={`${t("deskWork.team.ruleAway")}: ${rule.who}`}
                >
                  {t("deskWork.team.ruleAway")}
                </VerbButton>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {mayEdit ? (
        <p>
          <Link to="/desk/team/rules/new" className="act">
            {t("deskWork.team.ruleNew")}
          </Link>
        </p>
      ) : null}
    </>
  )
}
