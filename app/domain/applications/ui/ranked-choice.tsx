import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import type { Door } from "../intake-door.ts"
import { Deadline } from "./deadline.tsx"

type Props = {
  language: Language
  choice: { intakeId: string; rank: number; title: string; owner: "AUI" | "UM6P" | "JOINT"; closesAt: Date; isSample: boolean; door: Door }
  place: { zone: string; country: string | null }
  isFirst: boolean
  isLast: boolean
}

const ranks = ["1", "2", "3"] as const

/** One programme of the ranking with its buttons: up, down, out. Each is a press of the one form around the list. */
export function RankedChoice({ language, choice, place, isFirst, isLast }: Props) {
  const { t } = useTranslation()
  const { title, intakeId } = choice
  const rank = ranks[choice.rank - 1] ?? "3"
  const press = (act: "up" | "down" | "remove") => (
    <button type="submit" className="link" name="act" value={`${act}:${intakeId}`} aria-label={t(`apply.choices.${act}Named`, { title })}>
      {t(`apply.choices.${act}`)}
    </button>
  )
  return (
    <li className={choice.owner === "JOINT" ? "aui um6p" : choice.owner.toLowerCase()}>
      <p className="eyebrow">{t(`apply.choices.rank.${rank}`)}</p>
      <h3>{title}</h3>
      <p className="where">{t(`common.university.${choice.owner}`)}</p>
      <p>
        {t("apply.deadline.closes")} <Deadline language={language} closesAt={choice.closesAt} place={place} />
      </p>
      {choice.door === "closed" ? <p className="st closed">{t("common.standing.closed")}</p> : null}
      {choice.isSample ? <p className="quiet-text">{t("apply.choices.isSample")}</p> : null}
      <p className="presses">
        {isFirst ? null : press("up")}
        {isLast ? null : press("down")}
        {press("remove")}
      </p>
    </li>
  )
}
