import type { Ctx, MailRequest } from "#app/platform/ctx.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { countryName, findCountry } from "#app/domain/catalogue/countries.ts"
import type { Language } from "#app/locales/languages.ts"
import { eventTextOf } from "./event-texts.ts"
import { rsvpLink } from "./rsvp-link.server.ts"

export type Told = { id: string; personId: string; language: Language; emailTyped: string; country: string }
type EventRow = Prisma.PublicEventGetPayload<object>
type EventMail = "rsvp-made" | "event-reminder" | "event-moved" | "event-cancelled"

/** What every mail about an event says of it, to one person who registered, in their language and by their clock too. */
export function eventProps(ctx: Ctx, event: EventRow, rsvp: Omit<Told, "emailTyped">) {
  const { language } = rsvp
  const home = findCountry(rsvp.country)
  const there = countryName(event.country, language)
  return {
    title: textIn(language, event.title),
    university: event.owner,
    isOnline: event.kind === "online",
    at: event.startsAt.toISOString(),
    place: [eventTextOf(event.venue)[language], there ?? ""].filter((part) => part !== "").join(language === "ar" ? "، " : ", "),
    there: there === null || event.zone === "Africa/Casablanca" ? null : { zone: event.zone, country: there },
    // Where their clock stands, when neither Morocco's nor the place's is theirs.
    yours:
      home === undefined || home.timeZone === "Africa/Casablanca" || home.timeZone === event.zone
        ? null
        : { zone: home.timeZone, country: home.names[language] },
    link: event.link,
    isSample: event.isSample,
    page: rsvpLink(ctx, { rsvpId: rsvp.id, language }),
  }
}

/** Sender, address, language and thing of a mail about an RSVP. */
export function rsvpMail<Kind extends EventMail>(event: EventRow, rsvp: Told, props: MailRequest<Kind>["props"]): MailRequest<Kind> {
  return {
    sender: event.owner,
    to: rsvp.emailTyped,
    personId: rsvp.personId,
    language: rsvp.language,
    props,
    thing: { name: "rsvp", id: rsvp.id },
  }
}
