import type { EventView } from "./event-queries.server.ts"

type About = { url: string; language: string; organizers: readonly { name: string; url: string }[] }

/**
 * The event as schema.org's EducationEvent, for search engines; null for a sample, which they would show as a fact, and
 * for what is over. Of an online one it gives the page, not the link: that is for those who registered. The text is safe
 * inside a script element. https://developers.google.com/search/docs/appearance/structured-data/event
 */
export function eventData(event: EventView, { url, language, organizers }: About): string | null {
  if (event.isSample || event.phase === "past") return null
  const data = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    name: event.title,
    description: event.summary,
    url,
    inLanguage: language,
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: `https://schema.org/${event.phase === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${event.kind === "online" ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode"}`,
    location:
      event.kind === "online"
        ? { "@type": "VirtualLocation", url }
        : { "@type": "Place", name: event.venue, address: { "@type": "PostalAddress", addressCountry: event.country?.code } },
    organizer: organizers.map((organizer) => ({ "@type": "CollegeOrUniversity", ...organizer })),
  }
  return JSON.stringify(data).replaceAll("<", "\\u003c")
}
