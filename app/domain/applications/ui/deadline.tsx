import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { momentText, moroccoZone } from "#app/ui/moment.ts"

type Props = { language: Language; closesAt: Date; place: { zone: string; country: string | null } }

/** A deadline by the candidate's clock and by Morocco's; once, when both show the same. */
export function Deadline({ language, closesAt, place }: Props) {
  const { t } = useTranslation()
  const morocco = momentText(language, closesAt, moroccoZone)
  const yours = momentText(language, closesAt, place.zone)
  return (
    <>
      <time dateTime={closesAt.toISOString()}>{t("apply.deadline.morocco", { moment: morocco })}</time>
      {place.country === null || place.country === "" || place.zone === moroccoZone ? null : (
        <>
          {" · "}
          {t("apply.deadline.yours", { moment: yours, country: place.country })}
        </>
      )}
    </>
  )
}
