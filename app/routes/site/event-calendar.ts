import { calendarFile } from "#app/domain/catalogue/calendar-file.ts"
import { findEvent } from "#app/domain/events/event-queries.server.ts"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import { momentText, moroccoZone } from "#app/ui/moment.ts"
import type { Route } from "./+types/event-calendar"

/** An event as a calendar file, by the clock of its place; the link of an online one stays in the mail. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const { settings, t, language } = ctx
  const event = notFoundUnless(await findEvent(ctx, params.slug))
  const url = `${settings.publicUrl}/${language}/events/${event.slug}`
  const isCancelled = event.phase === "cancelled"
  const word = isCancelled ? t("events.phase.cancelled") : event.isSample ? t("common.standing.sample") : ""
  const isOnline = event.kind === "online"
  const file = calendarFile({
    uid: `${event.id}@${new URL(settings.publicUrl).hostname}`,
    at: event.startsAt,
    until: event.endsAt,
    zone: event.zone,
    writtenAt: event.updatedAt,
    language,
    title: word === "" ? event.title : `${word} · ${event.title}`,
    text: [
      event.summary,
      t("events.mail.morocco", { moment: momentText(language, event.startsAt, moroccoZone) }),
      ...(isOnline ? [t("events.linkLater")] : []),
      ...(event.isSample ? [t("events.sample")] : []),
      url,
    ].join("\n"),
    url,
    place: isOnline ? t("events.online") : `${event.venue}, ${event.country?.name ?? ""}`,
    standing: isCancelled ? "cancelled" : event.isSample ? "tentative" : "confirmed",
    revision: event.revision,
    remindBefore: isCancelled ? [] : ["P1D", "PT1H"],
  })
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${event.slug}.ics"`,
    },
  })
}
