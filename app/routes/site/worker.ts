import { isLanguage, languageFacts } from "#app/locales/languages.ts"
import { ctxOf, notFoundUnless, requestPartsContext } from "#app/platform/http.server.ts"
import type { Route } from "./+types/worker"

/**
 * The service worker in one language: what it says stands before what it does. A browser takes it for another version when
 * a byte of either has changed, and asks for it at most once a day. It stands below the language's own address, so that it
 * sees the candidate pages in that language and never the desk.
 */
export function loader({ params, context }: Route.LoaderArgs) {
  const source = notFoundUnless(context.get(requestPartsContext).worker)
  const language = notFoundUnless(isLanguage(params.lang) ? params.lang : null)
  const { t } = ctxOf(context)
  const { intl, direction } = languageFacts[language]
  const texts = {
    lang: intl,
    dir: direction,
    title: t("offline.title"),
    text: t("offline.text"),
    open: t("offline.open"),
    again: t("offline.again"),
    kept: t("offline.kept", { date: "…" }),
    waitingTitle: t("offline.waitingTitle"),
    waitingText: t("offline.waitingText"),
    waiting: t("offline.waiting"),
    sent: t("offline.sent"),
    see: t("offline.see"),
    refused: t("offline.refused"),
    mend: t("offline.mend"),
    drop: t("offline.drop"),
  }
  return new Response(`const texts=${JSON.stringify(texts)};${source}`, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=86400",
      "content-security-policy": "default-src 'none'; connect-src 'self'",
      "service-worker-allowed": `/${language}`,
    },
  })
}
