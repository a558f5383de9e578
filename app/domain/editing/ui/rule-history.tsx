import { useTranslation } from "react-i18next"
import { RuleSource } from "#app/domain/eligibility/ui/rule-table.tsx"
import { VerbButton } from "#app/ui/desk-parts.tsx"
import { Who } from "./who.tsx"

type Step = { name: string; moment: string }

export type RuleHistoryLine = {
  number: number
  state: "draft" | "reviewed" | "published" | "former" | "unused"
  asks: string
  standing: string
  asOf: string
  source: string
  saved: Step
  reviewed: Step | null
  published: Step | null
  /** Whether it is what is worked on already. */
  isCurrent: boolean
}

/** All versions of a rule, what each says, and who saved, read and published it; any other than today's can be taken up again. */
export function RuleHistory({ path, number, versions }: { path: string; number: number; versions: readonly RuleHistoryLine[] }) {
  const { t } = useTranslation()
  return (
    <div className="wrap">
      <table>
        <thead>
          <tr>
            {(["version", "asks", "rests", "saved", "reviewed", "published"] as const).map((key) => (
              <th key={key} scope="col">
                {t(`eligibility.rule.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.number} aria-current={one.isCurrent ? "true" : undefined}>
              <th scope="row">
                {one.number}{" "}
                <span className={one.state === "published" ? "tag" : "tag amber"}>{t(`eligibility.rule.state.${one.state}`)}</span>
                {one.isCurrent ? null : (
                  <>
                    <br />
                    <VerbButton
                      action={`${path}/restore`}
                      back={path}
                      values={{ number: String(one.number), version: String(number) }}
                      look="link"
                      label={t("eligibility.rule.restoreLabel", { number: one.number })}
                    >
                      {t("eligibility.rule.restore")}
                    </VerbButton>
                  </>
                )}
              </th>
              <td>{one.asks}</td>
              <td>
                {one.standing}
                <br />
                <RuleSource asOf={one.asOf} source={one.source} />
              </td>
              <td>
                <Who who={one.saved} />
              </td>
              <td>
                <Who who={one.reviewed} />
              </td>
              <td>
                <Who who={one.published} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
