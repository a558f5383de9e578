import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome } from "#app/platform/outcome.ts"
import { csvLine, csvStart } from "#app/domain/journal/csv.ts"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { findOwnEvent } from "./find-own-event.server.ts"
import { listGuests } from "./guest-queries.server.ts"

const batch = 500

/**
 * Everybody who registered for an event or came, as CSV, page by page. The journal has who took the list, and how many
 * people are on it, before the first byte leaves.
 * Refusals: not-allowed, not-found.
 */
export async function exportAttendance(
  ctx: Ctx,
  { eventId }: { eventId: string },
): Promise<Outcome<{ slug: string; lines: AsyncGenerator<string> }>> {
  const found = await findOwnEvent(ctx, eventId, "events.export")
  if (found.refused) return found
  const { event, university, readers } = found.done
  const count = await ctx.db.rsvp.count({ where: { publicEventId: eventId } })
  await ctx.transaction((tx) => tx.record("attendance.exported", { name: "public-event", id: eventId, university: readers }, { count }))
  return done({ slug: event.slug, lines: lines() })

  async function* lines(): AsyncGenerator<string> {
    const { t, language } = ctx
    yield (
      csvStart +
        csvLine([
          ...(["name", "email", "phone", "country", "language", "level"] as const).map((key) => t(`desk.csv.${key}`)),
          ...(["registered", "way", "attendance", "lead"] as const).map((key) => t(`deskEvents.csv.${key}`)),
        ])
    )
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listGuests>> = await listGuests(ctx, {
        university,
        eventId,
        filter: "everybody",
        after,
        size: batch,
      })
      yield page.rows
        .map((guest) =>
          csvLine([
            guest.name,
            guest.email,
            guest.phone,
            countryName(guest.country, language) ?? t("common.elsewhere"),
            t(`common.languageName.${guest.language}`),
            guest.level === null ? null : t(`common.level.${guest.level}`),
            guest.registeredAt.toISOString(),
            t(`deskEvents.way.${guest.isWithdrawn ? "withdrawn" : guest.kind}`),
            t(`deskEvents.attendance.${guest.attendance ?? "unnoted"}`),
            guest.leadId,
          ]),
        )
        .join("")
      after = page.next
    } while (after !== null)
  }
}
