import { useTranslation } from "react-i18next"
import { z } from "zod"
import { listKioskEvents, listKiosks } from "#app/domain/kiosk/kiosk-queries.server.ts"
import { makeKiosk } from "#app/domain/kiosk/make-kiosk.server.ts"
import { KioskCard } from "#app/domain/kiosk/ui/kiosk-card.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, idOf, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { dayText, momentText, numberText } from "#app/ui/desk-dates.ts"
import { Facts } from "#app/ui/desk-parts.tsx"
import { PostForm, SelectField, Submit } from "#app/ui/form.tsx"
import type { Route } from "./+types/kiosk"

const kioskForm = z.object({ event: textField({ max: 40, isRequired: true }) })

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const { language } = ctx
  const university = universityOf(ctx.actor)
  const kiosks = await listKiosks(ctx, { university })
  return {
    address: `${ctx.settings.publicUrl}/kiosk`,
    chosen: new URL(request.url).searchParams.get("event"),
    events: (await listKioskEvents(ctx, { university })).map(({ id, title }) => ({ value: id, label: title })),
    kiosks: kiosks.map((kiosk) => ({
      ...kiosk,
      until: dayText(kiosk.expiresAt, language),
      tablets: kiosk.tablets.map((tablet) => ({
        id: tablet.id,
        number: numberText(tablet.number, language),
        taken: numberText(tablet.taken, language),
        seen: momentText(tablet.lastSeenAt, language),
        isRevoked: tablet.revokedAt !== null,
      })),
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const form = await readForm(request, kioskForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await makeKiosk(ctx, { eventId: idOf(form.value.event) })
  if (outcome.refused?.code === "not-found") throw new Response(null, { status: 404 })
  if (outcome.refused) return replyRefusal(form.typed, { ...outcome.refused, field: "event" })
  const { kioskId, code, pin } = outcome.done
  return { made: { kioskId, code, pin: pin.replace(/(\d{4})/, "$1 ") } }
}

export default function Kiosk({ loaderData: { address, chosen, events, kiosks }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { event: t("kiosk.desk.event") }
  const made = actionData !== undefined && "made" in actionData ? actionData.made : null
  const reply = actionData !== undefined && "problems" in actionData ? actionData : undefined
  const event = kiosks.find(({ id }) => id === made?.kioskId)?.event ?? ""
  return (
    <div className="sheet">
      <title>{`${t("kiosk.desk.title")} · ${t("common.name")}`}</title>
      <h1>{t("kiosk.desk.title")}</h1>
      <p className="lead">{t("kiosk.desk.lead")}</p>
      {made === null ? null : (
        <section className="new-secret" role="status">
          <h2>
            <bdi>{t("kiosk.desk.newTitle", { event })}</bdi>
          </h2>
          <p>{t("kiosk.desk.newText")}</p>
          <Facts
            rows={[
              [
                t("kiosk.desk.address"),
                <bdi key="address" dir="ltr">
                  {address}
                </bdi>,
              ],
              [
                t("kiosk.desk.code"),
                <code key="code" dir="ltr">
                  {made.code}
                </code>,
              ],
              [
                t("kiosk.desk.pin"),
                <code key="pin" dir="ltr">
                  {made.pin}
                </code>,
              ],
            ]}
          />
        </section>
      )}
      <h2>{t("kiosk.desk.make")}</h2>
      {events.length === 0 ? (
        <p className="quiet">{t("kiosk.desk.noEvents")}</p>
      ) : (
        <PostForm reply={reply} labels={labels} className="lone-form" key={kiosks.length}>
          <SelectField name="event" label={labels.event} options={events} value={chosen} />
          <p>
            <Submit>{t("kiosk.desk.save")}</Submit>
          </p>
        </PostForm>
      )}
      <h2>{t("kiosk.desk.list")}</h2>
      {kiosks.length === 0 ? <p className="quiet">{t("kiosk.desk.none")}</p> : null}
      {kiosks.map((kiosk) => (
        <KioskCard key={kiosk.id} kiosk={kiosk} />
      ))}
    </div>
  )
}
