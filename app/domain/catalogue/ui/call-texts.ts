import type { TFunction } from "i18next"
import type { Language } from "#app/locales/languages.ts"
import { listed } from "#app/ui/listed.ts"
import { momentText, moroccoZone, timeText } from "#app/ui/moment.ts"
import type { CallFeed } from "../call-feed.ts"
import type { OpenCall } from "../open-calls.server.ts"

/** What the feeds say of open calls, in the reader's language. A sample is called one in its title and its text. */
export function callFeedOf(
  calls: readonly OpenCall[],
  { t, language, publicUrl }: { t: TFunction; language: Language; publicUrl: string },
): CallFeed {
  const home = `${publicUrl}/${language}`
  return {
    title: t("catalogue.feed.title"),
    description: t("catalogue.feed.description"),
    language,
    home: `${home}/programmes`,
    rss: `${home}/feed.xml`,
    json: `${home}/feed.json`,
    items: calls.map((call) => ({
      call,
      url: `${home}/programmes/${call.programmeSlug}`,
      title: `${call.isSample ? `${t("common.standing.sample")} · ` : ""}${call.title} · ${t(`common.universityShort.${call.owner}`)}`,
      text: [
        call.summary,
        t("catalogue.feed.until", {
          moment: t("site.programme.closesAt", {
            moment: momentText(language, call.closesAt, moroccoZone),
            utc: timeText(language, call.closesAt, "UTC"),
          }),
        }),
        t("catalogue.feed.facts", {
          level: t(`common.level.${call.level}`),
          languages: listed(
            t,
            call.teachingLanguages.map((spoken) => t(`common.languageName.${spoken}`)),
          ),
          city: call.city,
        }),
        ...(call.isSample ? [t("site.programme.sampleDates", { year: call.admissionYear })] : []),
      ].join("\n"),
    })),
  }
}
