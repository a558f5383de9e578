import { useTranslation } from "react-i18next"
import { Panel, VerbButton } from "#app/ui/desk-parts.tsx"

type Props = {
  guardian: { id: string; name: string; reach: string; state: string; hasAgreed: boolean; hasNumber: boolean } | null
  isMinor: boolean
  base: string
  back: string
}

/** Who answers for a minor, and whether they have agreed; an officer hears it on the phone where there is a number to call. */
export function GuardianPanel({ guardian, isMinor, base, back }: Props) {
  const { t } = useTranslation()
  if (guardian === null) {
    if (!isMinor) return null
    return (
      <Panel title={t("desk.leads.guardian")} tone="saffron">
        <p>{t("desk.leads.guardianNone")}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t("desk.leads.guardian")} tone={guardian.hasAgreed ? "plain" : "saffron"}>
      <p>
        <bdi>{guardian.name}</bdi> · <bdi dir="ltr">{guardian.reach}</bdi>
        <br />
        <span className="quiet">{guardian.state}</span>
      </p>
      {guardian.hasAgreed || !guardian.hasNumber ? null : (
        <>
          <VerbButton action={`${base}/guardian`} back={back} values={{ guardian: guardian.id }}>
            {t("desk.leads.guardianByCall")}
          </VerbButton>
          <p className="quiet">{t("desk.leads.guardianByCallHelp")}</p>
        </>
      )}
    </Panel>
  )
}
