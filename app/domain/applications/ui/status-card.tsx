import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import type { ChoiceState, PaymentState, University } from "#app/platform/prisma-client/enums.ts"
import { listed } from "#app/ui/listed.ts"
import { dayText, moroccoZone } from "#app/ui/moment.ts"

type Props = {
  language: Language
  choice: {
    id: string
    state: ChoiceState
    university: University | null
    programme: { title: string; owner: "AUI" | "UM6P" | "JOINT" }
    startsOn: Date
    offer: { answerBy: Date; isOpen: boolean } | null
  }
  isSample: boolean
  why: string | null
  /** The fee that is still asked for it. */
  fee: { state: PaymentState; amount: string } | null
}

/** Where one choice stands, in the candidate's words, with the page that says more. */
export function StatusCard({ language, choice, isSample, why, fee }: Props) {
  const { t } = useTranslation()
  const owner = choice.university ?? choice.programme.owner
  const { title } = choice.programme
  const page = `/${language}/apply/choices/${choice.id}`
  return (
    <li className={owner === "JOINT" ? "aui um6p" : owner.toLowerCase()}>
      <p className={`st state-${choice.state}`}>{t(`states.choice.candidate.${choice.state}`)}</p>
      {isSample ? <p className="st sample">{t("apply.sample")}</p> : null}
      <h3>
        <a href={page}>{title}</a>
      </h3>
      <p className="where">
        {t(`common.university.${owner}`)} · {t("apply.choices.starts", { day: dayText(language, choice.startsOn, "UTC") })}
      </p>
      <p>{t(choice.state === "lapsed" && choice.offer === null ? "apply.steps.waitEnded" : `apply.status.answers.${choice.state}`)}</p>
      {why === null ? null : <p className="quiet-text">{why}</p>}
      {choice.offer?.isOpen ? (
        <p>
          <b>
            {t("apply.offer.answerBy")} {dayText(language, choice.offer.answerBy, moroccoZone)}
          </b>
        </p>
      ) : null}
      {fee === null ? null : (
        <p>
          <a href={`/${language}/apply/fee/${choice.id}`}>{t("apply.fee.open")}</a> (
          {listed(t, [fee.amount, t(`states.payment.${fee.state}`)])})
        </p>
      )}
      <p className="acts">
        <a className={choice.offer?.isOpen ? "btn" : "btn quiet"} href={page} aria-label={t("apply.status.openNamed", { title })}>
          {t("apply.status.open")}
        </a>
      </p>
    </li>
  )
}
