import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Khatim } from "#app/ui/khatim.tsx"
import type { OwnApplication } from "../application-queries.server.ts"
import { Deadline } from "./deadline.tsx"
import { MissingWords } from "./missing-words.tsx"
import { SavedLine } from "./saved-line.tsx"

/** The sections as a road: a star is done, the ring is next, what lies ahead is pale. */
export function SectionRoute({ language, application }: { language: Language; application: OwnApplication }) {
  const { t } = useTranslation()
  const { parts, now, place, guardian, isMinor } = application
  const next = parts.find(({ missing }) => missing.length > 0)?.section ?? "review"
  const first = [...application.ranking].sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime())[0]
  return (
    <>
      <p className="lead">{t("apply.list.lead")}</p>
      {first === undefined ? null : (
        <p className="note">
          {t("apply.list.closesFirst", { title: first.title })} <Deadline language={language} closesAt={first.closesAt} place={place} />
        </p>
      )}
      {isMinor && guardian !== null && guardian.consentedAt === null ? (
        <p className="note warn">
          {guardian.email === null
            ? t("apply.list.guardianPhone", { name: guardian.name })
            : t("apply.list.guardianWaits", { name: guardian.name })}
        </p>
      ) : null}
      <ol className="route">
        {parts.map(({ section, missing, savedAt }) => (
          <li key={section} className={section === next ? "next" : missing.length === 0 ? "ready" : "ahead"}>
            <Khatim size={26} />
            <h2>
              <a href={`/${language}/apply/${section}`}>{t(`apply.section.${section}`)}</a>
            </h2>
            <p className="quiet-text">
              {missing.length === 0 ? (
                t("apply.list.complete")
              ) : savedAt === null ? (
                t("apply.list.notBegun")
              ) : (
                <MissingWords missing={missing} />
              )}
              {savedAt === null ? null : (
                <>
                  {" · "}
                  <SavedLine language={language} savedAt={savedAt} now={now} zone={place.zone} />
                </>
              )}
            </p>
          </li>
        ))}
        <li className={next === "review" ? "next" : "ahead"}>
          <Khatim size={26} />
          <h2>{next === "review" ? <a href={`/${language}/apply/review`}>{t("apply.section.review")}</a> : t("apply.section.review")}</h2>
          <p className="quiet-text">{next === "review" ? t("apply.list.reviewReady") : t("apply.list.reviewWaits")}</p>
        </li>
      </ol>
      <p className="acts thumb">
        <a className="btn" href={`/${language}/apply/${next}`}>
          {t("apply.list.continue", { section: t(`apply.section.${next}`) })}
        </a>
      </p>
    </>
  )
}
