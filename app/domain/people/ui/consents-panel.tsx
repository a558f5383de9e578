import { useTranslation } from "react-i18next"
import { Facts, Panel, VerbButton } from "#app/ui/desk-parts.tsx"
import { Ledger, type LedgerLine } from "./ledger.tsx"

type Props = {
  /** What stands now, a line for each channel and purpose. */
  consents: readonly { id: string; what: string; state: string }[]
  history: readonly LedgerLine[]
  /** Numbers that nobody has confirmed by a call, and whether something waits for that. */
  numbers: readonly { id: string; text: string; isAwaited: boolean }[]
  action: string
  back: string
}

/** What they agreed to at this university, what became of it, and the numbers that are to be called first. */
export function ConsentsPanel({ consents, history, numbers, action, back }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.leads.consents")} tone={numbers.some(({ isAwaited }) => isAwaited) ? "saffron" : "plain"}>
      {consents.length === 0 ? (
        <p className="quiet">{t("desk.leads.noConsents")}</p>
      ) : (
        <Facts rows={consents.map((consent) => [consent.what, <span key={consent.id}>{consent.state}</span>])} />
      )}
      {numbers.map((number) => (
        <div key={number.id} className="number">
          <bdi dir="ltr">{number.text}</bdi>{" "}
          <VerbButton
            action={action}
            back={back}
            values={{ contact: number.id }}
            label={`${number.text} · ${t("desk.leads.numberConfirm")}`}
          >
            {t("desk.leads.numberConfirm")}
          </VerbButton>
          {number.isAwaited ? <p className="quiet">{t("desk.leads.numberHelp")}</p> : null}
        </div>
      ))}
      {history.length === 0 ? null : (
        <details>
          <summary>{t("desk.leads.ledger")}</summary>
          <Ledger moments={history} read={t("people.preferences.read")} />
          <p className="quiet">{t("desk.leads.noSms")}</p>
        </details>
      )}
    </Panel>
  )
}
