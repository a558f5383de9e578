import { useTranslation } from "react-i18next"
import type { CandidatePayment } from "../candidate-payments.server.ts"

/** How much, how it stands, and that the application does not hang on it. */
export function FeeState({ fee }: { fee: CandidatePayment }) {
  const { t } = useTranslation()
  return (
    <>
      <dl className="facts">
        <dt>{t("apply.fee.amount")}</dt>
        <dd>
          <bdi>{fee.amount}</bdi>
        </dd>
        <dt>{t("apply.fee.state")}</dt>
        <dd>{t(`states.payment.${fee.state}`)}</dd>
        {fee.waiverAnswer === "" ? null : (
          <>
            <dt>{t("apply.fee.waiverAnswer")}</dt>
            <dd dir="auto">{fee.waiverAnswer}</dd>
          </>
        )}
      </dl>
      {fee.isPast && (fee.state === "due" || fee.state === "waiver_asked") ? (
        <p className="note">{t("apply.fee.past")}</p>
      ) : fee.state === "due" ? null : (
        <p className="note">{t(`apply.fee.${fee.state}`)}</p>
      )}
      <p>{t("apply.fee.safe")}</p>
    </>
  )
}
