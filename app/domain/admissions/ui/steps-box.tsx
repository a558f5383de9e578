import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { dayText, momentText, moroccoZone } from "#app/ui/moment.ts"
import type { CandidateChoice, CandidateStep } from "../candidate-choices.server.ts"

type Place = { zone: string; country: string | null }
type Props = { language: Language; choice: CandidateChoice; place: Place; now: Date }

/** What the university asks now or said last: a question, an interview, the waiting list, or where a place stands. */
export function StepsBox({ language, choice, place, now }: Props) {
  const { t } = useTranslation()
  const latest = (kind: CandidateStep["kind"]) => choice.steps.find((step) => step.kind === kind)
  const asked = latest("info_request")
  const interview = latest("interview")
  const said = { confirmed: latest("confirmation"), conditions_unmet: latest("conditions_unmet"), deferred: latest("deferral") }
  const titles = { confirmed: t("apply.steps.confirmed"), conditions_unmet: t("apply.steps.unmet"), deferred: t("apply.steps.deferred") }
  if (choice.state === "info_requested" && asked !== undefined && asked.at !== null) {
    return (
      <section className="note">
        <h2>{t("apply.steps.asked")}</h2>
        <Words words={asked.words} />
        <p>
          <b>{t("apply.steps.until")}</b> <Moment language={language} moment={asked.at} place={place} />
        </p>
        {asked.at < now ? <p>{t("apply.steps.late")}</p> : null}
        <p className="acts">
          <a className="btn" href={`/${language}/apply/choices/${choice.id}/answer`}>
            {t("apply.steps.answer")}
          </a>
        </p>
      </section>
    )
  }
  if (choice.state === "interview" && interview !== undefined && interview.at !== null) {
    return (
      <section className="note">
        <h2>{t("apply.steps.interview")}</h2>
        <p>
          <b>
            <Moment language={language} moment={interview.at} place={place} />
          </b>
        </p>
        <h3>{t("apply.steps.place")}</h3>
        <Words words={interview.place} />
        {interview.words === "" ? null : <h3>{t("apply.steps.words")}</h3>}
        <Words words={interview.words} />
      </section>
    )
  }
  if (choice.state === "waitlisted" && choice.waiting !== null && choice.waiting.added !== "") {
    return (
      <section className="note">
        <h2>{t("apply.steps.waiting")}</h2>
        <Words words={choice.waiting.added} />
      </section>
    )
  }
  if (choice.state === "confirmed" || choice.state === "conditions_unmet" || choice.state === "deferred") {
    const step = said[choice.state]
    if (step === undefined) return null
    const isOpen = said.deferred !== undefined && step.laterStart === null
    return (
      <section className="note">
        <h2>{titles[choice.state]}</h2>
        {choice.state === "conditions_unmet" ? null : (
          <p>
            {isOpen
              ? t("apply.steps.startOpen")
              : t("apply.steps.startsOn", { day: dayText(language, step.laterStart ?? choice.startsOn, "UTC") })}
          </p>
        )}
        <Words words={step.words} />
      </section>
    )
  }
  if (
    asked !== undefined &&
    asked.answer !== "" &&
    asked.answeredAt !== null &&
    (choice.state === "in_review" || choice.state === "shortlisted")
  ) {
    return (
      <section className="note">
        <h2>{t("apply.steps.yourAnswer", { day: dayText(language, asked.answeredAt, place.zone) })}</h2>
        <Words words={asked.answer} />
      </section>
    )
  }
  return null
}

/** What somebody wrote, in its own direction, its lines kept. */
function Words({ words }: { words: string }) {
  if (words === "") return null
  return (
    <p className="long" dir="auto">
      {words}
    </p>
  )
}

function Moment({ language, moment, place }: { language: Language; moment: Date; place: Place }) {
  const { t } = useTranslation()
  const yours = place.country === null || place.zone === moroccoZone ? null : momentText(language, moment, place.zone)
  return (
    <>
      {t("apply.deadline.morocco", { moment: momentText(language, moment, moroccoZone) })}
      {yours === null ? null : ` · ${t("apply.deadline.yours", { moment: yours, country: place.country ?? "" })}`}
    </>
  )
}
