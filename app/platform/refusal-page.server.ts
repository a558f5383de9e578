import { type Language, languageFacts } from "#app/locales/languages.ts"
import { contentPolicy } from "./content-policy.server.ts"
import { translator } from "./i18n.ts"
import { withOwnStyle } from "./page-style.server.ts"

type Kind = "foreign" | "tooLarge" | "notFound" | "unread" | "broken"

/** A page for what is refused outside the router, in the reader's language. */
export function refusalPage(kind: Kind, language: Language, status: number, requestId: string): Response {
  const t = translator(language)
  const title = t(`common.error.${kind}Title`)
  const text = t(`common.error.${kind}Text`, { request: requestId })
  const { html, styleHash } = withOwnStyle(
    `<!doctype html><html lang="${language}" dir="${languageFacts[language].direction}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style></style></head>` +
      `<body><main class="lone"><h1>${title}</h1><p class="lead">${text}</p>` +
      `<p class="acts"><a class="btn" href="/${language}">${t("common.error.home")}</a></p></main>` +
      `<footer><p class="no-agents"><b>${t("common.foot.noAgents")}</b></p>` +
      `<p>${t("common.foot.contact")} <a href="/${language}/enquire">${t("common.nav.enquire")}</a></p></footer></body></html>`,
  )
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentPolicy(styleHash),
      "cache-control": "no-store",
    },
  })
}
