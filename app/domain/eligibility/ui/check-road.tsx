import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Khatim } from "#app/ui/khatim.tsx"
import type { CheckAnswers } from "../check-answers.ts"
import { checkAddress, checkSteps, type CheckStep } from "../read-check.ts"
import { saidWords } from "../said-words.ts"

type Props = {
  language: Language
  answers: CheckAnswers
  step: CheckStep
  about: string | null
  /** The question itself. */
  children: ReactNode
}

/** The questions as a road: a star is answered and can be changed, the ring is asked now, the pale ones are to come. */
export function CheckRoad({ language, answers, step, about, children }: Props) {
  const { t } = useTranslation()
  const here = checkSteps.indexOf(step)
  // Who asks about a programme has said what they would like to study.
  const ahead = checkSteps.slice(here + 1).filter((one) => about === null || one !== "aim")
  return (
    <ol className="route">
      {saidWords(t, language, answers, step).map((said) => (
        <li key={said.step}>
          <Khatim size={26} />
          <p className="quiet-text">{t(`eligibility.step.${said.step}`)}</p>
          <p>
            <b>
              <bdi>{said.words}</bdi>
            </b>{" "}
            <a href={checkAddress(language, { answers, step: said.step, about })}>
              {t("eligibility.change")}
              <span className="vh"> {t(`eligibility.step.${said.step}`)}</span>
            </a>
          </p>
        </li>
      ))}
      <li className="next">
        <Khatim size={26} />
        <h2>{t(`eligibility.step.${step}`)}</h2>
        {children}
      </li>
      {ahead.map((one) => (
        <li key={one} className="ahead">
          <Khatim size={26} />
          <p className="quiet-text">{t(`eligibility.step.${one}`)}</p>
        </li>
      ))}
    </ol>
  )
}
