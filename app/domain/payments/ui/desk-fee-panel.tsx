import { useTranslation } from "react-i18next"
import type { PaymentState } from "#app/platform/prisma-client/enums.ts"
import { Panel, VerbLink } from "#app/ui/desk-parts.tsx"

type Props = {
  payment: { state: PaymentState; stateName: string; amount: string; reason: string; answer: string } | null
  /** Where a head answers the wish for a waiver; null for who may not. */
  waiverPage: string | null
}

/** The fee of a choice, and the wish not to pay it. */
export function DeskFeePanel({ payment, waiverPage }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.choices.fee")} tone={payment?.state === "waiver_asked" ? "saffron" : "plain"}>
      {payment === null ? (
        <p className="quiet">{t("desk.choices.noFee")}</p>
      ) : (
        <>
          <p>
            <b>{payment.amount}</b> · {payment.stateName}
          </p>
          {payment.reason === "" ? null : (
            <p>
              <span className="quiet">{t("desk.choices.waiverReason")}</span> <bdi>{payment.reason}</bdi>
            </p>
          )}
          {payment.answer === "" ? null : (
            <p>
              <span className="quiet">{t("desk.choices.waiverAnswer")}</span> <bdi>{payment.answer}</bdi>
            </p>
          )}
          {payment.state !== "waiver_asked" ? null : waiverPage !== null ? (
            <VerbLink to={waiverPage} hotkey="w" look="go">
              {t("desk.choices.waiverDecide")}
            </VerbLink>
          ) : (
            <p className="quiet">{t("desk.choices.waiverHead")}</p>
          )}
          <p className="quiet">{t("desk.choices.feeNote")}</p>
        </>
      )}
    </Panel>
  )
}
