import { useTranslation } from "react-i18next"
import { type Language, languageFacts } from "#app/locales/languages.ts"
import { moneyText } from "#app/locales/money.ts"
import { dayText } from "#app/ui/moment.ts"
import { Deadline } from "./deadline.tsx"

type Props = {
  language: Language
  intake: {
    id: string
    title: string
    owner: "AUI" | "UM6P" | "JOINT"
    level: "bachelor" | "master" | "phd"
    city: string
    teachingLanguages: readonly Language[]
    startsOn: Date
    closesAt: Date
    feeMinor: number
    feeCurrency: string
    isSample: boolean
  }
  place: { zone: string; country: string | null }
  isChosen: boolean
}

/** One intake that may be chosen: what, where, until when, for how much; and the press that chooses it. */
export function OpenIntake({ language, intake, place, isChosen }: Props) {
  const { t } = useTranslation()
  const { title, owner } = intake
  const taught = new Intl.ListFormat(languageFacts[language].intl).format(
    intake.teachingLanguages.map((code) => t(`common.languageName.${code}`)),
  )
  return (
    <li className={owner === "JOINT" ? "aui um6p" : owner.toLowerCase()}>
      {intake.isSample ? <span className="st sample">{t("apply.sample")}</span> : null}
      <h3>{title}</h3>
      <p className="where">
        {t(`common.level.${intake.level}`)} · {owner === "JOINT" ? t("apply.choices.joint") : t(`common.universityShort.${owner}`)} ·{" "}
        {intake.city}
      </p>
      <p>
        {t("apply.choices.taught", { languages: taught })} · {t("apply.choices.starts", { day: dayText(language, intake.startsOn, "UTC") })}
      </p>
      <p>
        {t("apply.deadline.closes")} <Deadline language={language} closesAt={intake.closesAt} place={place} />
      </p>
      <p>
        {intake.feeMinor === 0
          ? t("apply.choices.noFee")
          : t("apply.choices.fee", { amount: moneyText(language, intake.feeMinor, intake.feeCurrency) })}
      </p>
      {isChosen ? (
        <p className="st open">{t("apply.choices.chosen")}</p>
      ) : (
        <p className="acts">
          <button
            type="submit"
            className="btn quiet"
            name="act"
            value={`add:${intake.id}`}
            aria-label={t("apply.choices.addNamed", { title })}
          >
            {t("apply.choices.addOne")}
          </button>
        </p>
      )}
    </li>
  )
}
