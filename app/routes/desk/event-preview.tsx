import { useTranslation } from "react-i18next"
import { useRouteLoaderData } from "react-router"
import { previewEvent } from "#app/domain/events/desk-event-queries.server.ts"
import { EventArticle } from "#app/domain/events/ui/event-article.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { isLanguage, languageFacts, languages } from "#app/locales/languages.ts"
import { allowedStaffOf, deskDoor, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { loader as rootLoader } from "#app/root.tsx"
import { SiteShell } from "#app/ui/site-shell.tsx"
import type { Route } from "./+types/event-preview"

/* An event as readers will see it, also before it is published, by the same parts and in the same style. */

export const middleware: Route.MiddlewareFunction[] = [deskDoor]

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.read"))
  const language = notFoundUnless(isLanguage(params.language) ? params.language : null)
  const scope = { university: universityOf(ctx.actor), eventId: idOf(params.eventId) }
  return { language, event: notFoundUnless(await previewEvent(ctx.inLanguage(language), scope)) }
}

export function headers() {
  return { "x-robots-tag": "noindex", "cache-control": "no-store" }
}

export default function EventPreview({ loaderData: { language, event } }: Route.ComponentProps) {
  const { t } = useTranslation()
  const root = useRouteLoaderData<typeof rootLoader>("root")
  const desk = `/desk/events/${event.id}`
  return (
    <SiteShell
      language={language}
      pathname={`/${language}/events/${event.slug}`}
      isDemo={root?.isDemo ?? false}
      publicUrl={root?.publicUrl ?? ""}
      contacts={root?.contacts ?? null}
      enhance={null}
      isFound={false}
    >
      <title>{`${t("deskEvents.preview.title")} · ${t("common.name")}`}</title>
      <p className="note">
        {t("deskEvents.preview.note")}{" "}
        {languages.map((one) => (
          <span key={one}>
            <a href={`${desk}/preview/${one}`} lang={one} aria-current={one === language ? "page" : undefined}>
              {languageFacts[one].name}
            </a>{" "}
            ·{" "}
          </span>
        ))}
        <a href={desk}>{t("deskEvents.preview.back")}</a>
      </p>
      {/* Where the form stands on the site a preview has none: it registers nobody. */}
      <EventArticle event={event} home={null} language={language} tools={null}>
        <h2>{t("events.register")}</h2>
        <p>{t("events.registerHelp")}</p>
      </EventArticle>
    </SiteShell>
  )
}
