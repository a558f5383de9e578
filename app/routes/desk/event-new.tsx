import { useTranslation } from "react-i18next"
import { moroccoDayText } from "#app/domain/catalogue/morocco-fields.ts"
import { createEvent } from "#app/domain/events/create-event.server.ts"
import { eventForm } from "#app/domain/events/event-form.ts"
import { countryOptions } from "#app/domain/events/read-home.ts"
import { EventForm, type EventValues } from "#app/domain/events/ui/event-form.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import type { Route } from "./+types/event-new"

/** How many days ahead the form proposes. */
const usualDays = 14
const nowhere = { en: "", fr: "", ar: "" }

export function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.edit"))
  const university = universityOf(ctx.actor)
  const day = moroccoDayText(ctx.now(), usualDays)
  const values: EventValues = {
    owner: university,
    kind: "online",
    day,
    time: "18:00",
    endDay: day,
    end: "19:00",
    country: "",
    link: "",
    capacity: null,
    version: "",
    texts: { title: nowhere, summary: nowhere, about: nowhere, venue: nowhere },
  }
  return { values, owners: [university, "JOINT" as const], countries: countryOptions(ctx.language) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.edit"))
  const form = await readForm(request, eventForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await createEvent(ctx, { ...form.value.input, isSample: false })
  if (outcome.refused && outcome.refused.code !== "not-allowed") return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/events/${outcome.done?.eventId ?? ""}`, "event-created")
}

export default function EventNew({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("deskEvents.new")} · ${t("common.name")}`}</title>
      <h1>{t("deskEvents.new")}</h1>
      <p className="lead">{t("deskEvents.form.lead")}</p>
      <EventForm {...loaderData} reply={actionData} send={t("deskEvents.form.create")} back="/desk/events" />
    </div>
  )
}
