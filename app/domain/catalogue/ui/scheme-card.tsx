import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Band } from "#app/ui/band.tsx"
import type { SchemeCard as Card } from "../catalogue-queries.server.ts"
import { StandingBadge } from "./standing-badge.tsx"

/** A scholarship in a list, with its standing in words. */
export function SchemeCard({ scheme, language }: { scheme: Card; language: Language }) {
  const { t } = useTranslation()
  return (
    <li className="card">
      <Band owner={scheme.owner} />
      <StandingBadge standing={scheme.standing}>{t(`site.scholarships.${scheme.standing}`)}</StandingBadge>
      <h2>
        <a href={`/${language}/scholarships/${scheme.slug}`}>{scheme.title}</a>
      </h2>
      <p className="where">
        {scheme.owner === null ? t("site.scholarships.state") : t(`common.universityShort.${scheme.owner}`)} ·{" "}
        {t("site.scholarships.asOf", { year: scheme.asOf })}
      </p>
      <p>{scheme.summary}</p>
    </li>
  )
}
