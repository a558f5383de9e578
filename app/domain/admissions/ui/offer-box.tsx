import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { momentText, moroccoZone } from "#app/ui/moment.ts"
import type { CandidateChoice } from "../candidate-choices.server.ts"

type Props = { language: Language; choice: CandidateChoice; place: { zone: string; country: string | null } }

/** What the university answered: an offer with its conditions and its two answers, or a refusal with its reason. */
export function OfferBox({ language, choice, place }: Props) {
  const { t } = useTranslation()
  const { offer, refusal } = choice
  const here = `/${language}/apply/choices/${choice.id}`
  const university = choice.university === null ? "" : t(`common.university.${choice.university}`)
  if (choice.state === "refused" && refusal !== null) {
    return (
      <section className="note">
        <h2>{t("apply.offer.reason")}</h2>
        <p>{refusal.reason}</p>
        {refusal.added === "" ? null : (
          <p className="long" dir="auto">
            {refusal.added}
          </p>
        )}
        <h2>{t("apply.offer.nextStep")}</h2>
        <p>{refusal.nextStep}</p>
      </section>
    )
  }
  if (offer === null || choice.state === "withdrawn") return null
  const yours = place.country === null || place.zone === moroccoZone ? null : momentText(language, offer.answerBy, place.zone)
  return (
    <section className="note">
      <h2>{t("apply.offer.title")}</h2>
      <p>{t("apply.offer.from", { university })}</p>
      {offer.conditions === "" ? null : (
        <>
          <h3>{t("apply.offer.conditions")}</h3>
          <p className="long" dir="auto">
            {offer.conditions}
          </p>
        </>
      )}
      <p>{offer.conditional}</p>
      {offer.isOpen ? (
        <>
          <p>
            <b>{t("apply.offer.answerBy")}</b> {t("apply.deadline.morocco", { moment: momentText(language, offer.answerBy, moroccoZone) })}
            {yours === null ? null : ` · ${t("apply.deadline.yours", { moment: yours, country: place.country ?? "" })}`}
          </p>
          <p className="acts">
            <a className="btn" href={`${here}/accept`}>
              {t("apply.offer.accept")}
            </a>
            <a className="btn quiet" href={`${here}/decline`}>
              {t("apply.offer.decline")}
            </a>
          </p>
        </>
      ) : null}
    </section>
  )
}
