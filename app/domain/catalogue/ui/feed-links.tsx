import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"

/** Tells programs that read feeds where the open calls stand. */
export function FeedLinks({ language }: { language: Language }) {
  const { t } = useTranslation()
  const title = t("catalogue.feed.title")
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={title} href={`/${language}/feed.xml`} />
      <link rel="alternate" type="application/feed+json" title={title} href={`/${language}/feed.json`} />
    </>
  )
}
