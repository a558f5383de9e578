import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { type Missing, partOf, type Section, sections } from "../application-sections.ts"
import { MissingWords } from "./missing-words.tsx"
import { SavedLine } from "./saved-line.tsx"

type Props = {
  language: Language
  section: Section
  application: {
    now: Date
    place: { zone: string }
    parts: readonly { section: Section; savedAt: Date | null; missing: readonly Missing[] }[]
  }
  children: ReactNode
}

/** The head of a section's page: the way back to the list, which step it is, when it was saved and what it lacks. */
export function SectionHead({ language, section, application, children }: Props) {
  const { t } = useTranslation()
  const title = t(`apply.section.${section}`)
  const part = partOf(application.parts, section)
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <p className="crumb">
        <a href={`/${language}/apply`}>{t("apply.toList")}</a>
        {" · "}
        {t("apply.step", { step: sections.indexOf(section) + 1, of: sections.length + 1 })}
      </p>
      <h1>{title}</h1>
      <p className="lead">{children}</p>
      {part.savedAt === null ? null : (
        <p className="done">
          <SavedLine language={language} savedAt={part.savedAt} now={application.now} zone={application.place.zone} />
          {part.missing.length === 0 ? null : (
            <>
              {" "}
              <MissingWords missing={part.missing} />
            </>
          )}
        </p>
      )}
    </>
  )
}
