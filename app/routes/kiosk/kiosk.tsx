import { useTranslation } from "react-i18next"
import { kioskTexts } from "#app/domain/kiosk/kiosk-texts.server.ts"
import { KioskScreens } from "#app/domain/kiosk/ui/kiosk-screens.tsx"
import { languageFacts, languages } from "#app/locales/languages.ts"
import { ctxOf, requestPartsContext } from "#app/platform/http.server.ts"
import { Khatim } from "#app/ui/khatim.tsx"
import type { Route } from "./+types/kiosk"

/** The page of a tablet at a fair: the same for everybody, and whole without a network once it was opened. */
export function loader({ context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const texts = kioskTexts()
  return {
    words: texts[ctx.language]?.words ?? {},
    script: context.get(requestPartsContext).enhance["kiosk"] ?? "",
    texts: JSON.stringify(texts).replaceAll("<", "\\u003c"),
    isDemo: ctx.settings.isDemo,
    year: ctx.now().getUTCFullYear(),
  }
}

export default function Kiosk({ loaderData: { words, script, texts, isDemo, year } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="kiosk" data-year={year}>
      <title>{`${t("kiosk.page.name")} · ${t("common.name")}`}</title>
      <meta name="robots" content="noindex" />
      <link rel="manifest" href="/kiosk/app.webmanifest" />
      <header>
        <p className="logo">
          <Khatim size={26} />
          <b data-t="product">{words["product"]}</b>
        </p>
        {isDemo ? (
          <p className="quiet-text" data-t="demo">
            {words["demo"]}
          </p>
        ) : null}
        <p className="tongues">
          {languages.map((language) => (
            <button key={language} type="button" className="btn quiet" lang={language} data-language={language} aria-pressed="false">
              {languageFacts[language].name}
            </button>
          ))}
          <button type="button" className="btn quiet" id="helpers" data-t="helpers" hidden>
            {words["helpers"]}
          </button>
        </p>
      </header>
      <main>
        <noscript>
          <p className="note">{t("kiosk.page.noScript")}</p>
        </noscript>
        <KioskScreens words={words} />
      </main>
      <script type="application/json" id="texts" dangerouslySetInnerHTML={{ __html: texts }} />
      <script type="module" src={script} />
    </div>
  )
}
