import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Band } from "#app/ui/band.tsx"
import type { ProgrammeCard as Card } from "../catalogue-queries.server.ts"
import { IntakeStatus } from "./intake-status.tsx"
import { ProgrammeBadge } from "./standing-badge.tsx"
import { listed } from "#app/ui/listed.ts"

/** A programme in a list. What is only announced shows no field and no place: none has been published. */
export function ProgrammeCard({ programme, language, heading = "h3" }: { programme: Card; language: Language; heading?: "h2" | "h3" }) {
  const { t } = useTranslation()
  const Heading = heading
  const isAnnounced = programme.standing === "announced"
  const intake = programme.intakes[0]
  const facts = [
    t(`common.universityShort.${programme.owner}`),
    programme.city,
    t(`common.level.${programme.level}`),
    isAnnounced
      ? ""
      : listed(
          t,
          programme.teachingLanguages.map((spoken) => t(`common.languageName.${spoken}`)),
        ),
  ].filter((fact) => fact !== "")
  return (
    <li className="card">
      <Band owner={programme.owner} />
      <ProgrammeBadge programme={programme} />
      <Heading>
        <a href={`/${language}/programmes/${programme.slug}`}>{programme.title}</a>
      </Heading>
      <p className="where">{facts.join(" · ")}</p>
      <p>{programme.summary}</p>
      {isAnnounced ? <p className="date">{t("site.programme.announcedText")}</p> : null}
      {intake === undefined ? null : (
        <p className="date">
          <IntakeStatus intake={intake} language={language} isShort />
        </p>
      )}
    </li>
  )
}
