import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { cancelEvent } from "#app/domain/events/cancel-event.server.ts"
import { countReachable, findDeskEvent } from "#app/domain/events/desk-event-queries.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import type { Route } from "./+types/event-cancel"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.publish"))
  const found = notFoundUnless(await findDeskEvent(ctx, { university: universityOf(ctx.actor), eventId: idOf(params.eventId) }))
  const { event, title, phase, counts } = found
  if (phase !== "coming" && phase !== "running") throw new Response(null, { status: 404 })
  return {
    id: event.id,
    title,
    starts: momentText(event.startsAt, ctx.language),
    registered: counts.registered,
    told: await countReachable(ctx, event.id),
  }
}

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.publish"))
  const eventId = idOf(params.eventId)
  const outcome = await cancelEvent(ctx, { eventId })
  return backWith(outcome, `/desk/events/${eventId}?n=${outcome.done?.told ?? 0}`, "event-cancelled")
}

/** Says what cancelling does before it is done: it cannot be taken back, because people read it in a mail. */
export default function EventCancel({ loaderData: { id, title, starts, registered, told } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("deskEvents.cancel.title")} · ${t("common.name")}`}</title>
      <h1>{t("deskEvents.cancel.title")}</h1>
      <section className="panel clay">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p>{t("deskEvents.morocco", { moment: starts })}</p>
        <p>
          <b>{t("deskEvents.cancel.told", { count: told })}</b> {t("deskEvents.cancel.registered", { count: registered })}
        </p>
        <p>{t("deskEvents.cancel.stays")}</p>
        <Form method="post" className="acts">
          <button type="submit" className="act warn">
            {t("deskEvents.cancel.now")}
          </button>
          <Link to={`/desk/events/${id}`} className="act plain">
            {t("deskEvents.cancel.keep")}
          </Link>
        </Form>
      </section>
    </div>
  )
}
