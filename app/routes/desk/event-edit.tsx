import { useTranslation } from "react-i18next"
import { moroccoDayText } from "#app/domain/catalogue/morocco-fields.ts"
import { countReachable, findDeskEvent } from "#app/domain/events/desk-event-queries.server.ts"
import { editEvent } from "#app/domain/events/edit-event.server.ts"
import { eventForm } from "#app/domain/events/event-form.ts"
import { countryOptions } from "#app/domain/events/read-home.ts"
import { EventForm, type EventValues } from "#app/domain/events/ui/event-form.tsx"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { moroccoZone, timeText } from "#app/ui/moment.ts"
import type { Route } from "./+types/event-edit"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.edit"))
  const university = universityOf(ctx.actor)
  const { event, title } = notFoundUnless(await findDeskEvent(ctx, { university, eventId: idOf(params.eventId) }))
  // What is published is changed by whoever publishes, and what is cancelled by nobody.
  if (event.standing !== "draft" && !roleMay(ctx.actor.role, "events.publish")) throw new Response(null, { status: 403 })
  if (event.standing === "cancelled") throw new Response(null, { status: 404 })
  const values: EventValues = {
    owner: event.owner,
    kind: event.kind,
    day: moroccoDayText(event.startsAt, 0),
    time: timeText("en", event.startsAt, moroccoZone),
    endDay: moroccoDayText(event.endsAt, 0),
    end: timeText("en", event.endsAt, moroccoZone),
    country: event.country,
    link: event.link,
    capacity: event.capacity,
    version: String(event.updatedAt.getTime()),
    texts: { title: event.title, summary: event.summary, about: event.about, venue: event.venue },
  }
  return {
    id: event.id,
    title: title === "" ? ctx.t("deskEvents.untitled") : title,
    isDraft: event.standing === "draft",
    told: await countReachable(ctx, event.id),
    form: {
      values,
      owners: event.standing === "draft" ? [university, "JOINT" as const] : [event.owner],
      countries: countryOptions(ctx.language),
    },
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.edit"))
  const eventId = idOf(params.eventId)
  const found = notFoundUnless(await findDeskEvent(ctx, { university: universityOf(ctx.actor), eventId }))
  const form = await readForm(request, eventForm)
  if (!form.ok) return replyProblems(form.reply)
  const { input, version } = form.value
  const outcome = await editEvent(ctx, { ...input, isSample: found.event.isSample, eventId, version })
  if (outcome.refused && outcome.refused.code !== "not-allowed") return replyRefusal(form.typed, outcome.refused)
  const told = outcome.done?.told ?? null
  return backWith(outcome, `/desk/events/${eventId}?n=${told ?? 0}`, told === null ? "event-edited" : "event-moved")
}

export default function EventEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { id, title, isDraft, told, form } = loaderData
  return (
    <div className="sheet">
      <title>{`${title} · ${t("common.name")}`}</title>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p className="lead">{isDraft ? t("deskEvents.form.lead") : t("deskEvents.form.moveHelp", { count: told })}</p>
      <EventForm {...form} reply={actionData} send={t("deskEvents.form.save")} back={`/desk/events/${id}`} />
    </div>
  )
}
