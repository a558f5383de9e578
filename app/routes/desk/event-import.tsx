import { useTranslation } from "react-i18next"
import { data, Link } from "react-router"
import { elsewhere } from "#app/domain/catalogue/countries.ts"
import { mostListRows, readAttendanceList } from "#app/domain/events/attendance-list.server.ts"
import { isAttendanceOpen } from "#app/domain/events/attendance-window.ts"
import { checkList } from "#app/domain/events/check-list.server.ts"
import { findDeskEvent } from "#app/domain/events/desk-event-queries.server.ts"
import { readListForm } from "#app/domain/events/list-form.server.ts"
import { countryOptions } from "#app/domain/events/read-home.ts"
import { ImportForm } from "#app/domain/events/ui/import-form.tsx"
import { ImportPreview } from "#app/domain/events/ui/import-preview.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { languages } from "#app/locales/languages.ts"
import { allowedStaffOf, formOf, idOf, notFoundUnless, replyRefusal } from "#app/platform/http.server.ts"
import { numberText } from "#app/ui/desk-dates.ts"
import { Facts, Panel } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/event-import"

const counted = ["guests", "known", "fresh", "already", "faulty"] as const

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const { t, language } = ctx
  const scope = { university: universityOf(ctx.actor), eventId: idOf(params.eventId) }
  const { event, title, phase } = notFoundUnless(await findDeskEvent(ctx, scope))
  if (phase === "cancelled") throw new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const taken = counted.flatMap((key) => {
    const count = /^\d{1,4}$/.exec(query.get(key) ?? "")?.[0]
    return count === undefined ? [] : [{ key, count: numberText(Number(count), language) }]
  })
  return {
    subject: { name: title, state: "" },
    id: event.id,
    title,
    isOpen: isAttendanceOpen(event, ctx.now()),
    taken: taken.length === counted.length ? taken : null,
    form: {
      max: mostListRows,
      country: event.country === "" ? elsewhere : event.country,
      language: language as string,
      countries: countryOptions(language, t("common.elsewhere")),
      languages: languages.map((value) => ({ value, label: t(`common.languageName.${value}`) })),
    },
  }
}

/** Shows what a list would do. It writes nothing: the list goes along in the form that confirms. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const scope = { university: universityOf(ctx.actor), eventId: idOf(params.eventId) }
  notFoundUnless(await findDeskEvent(ctx, scope))
  const { text, country, language } = await readListForm(await formOf(request))
  const list = readAttendanceList(text)
  if (list.refused) return replyRefusal({ list: [text], country: [country], language: [language] }, list.refused)
  const rows = await checkList(ctx, { ...scope, rows: list.done, country })
  return data({ preview: { text, country, language, rows } })
}

export default function EventImport({ loaderData: { id, title, isOpen, taken, form }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const preview = actionData !== undefined && "preview" in actionData ? actionData.preview : null
  const reply = actionData !== undefined && "typed" in actionData ? actionData : undefined
  return (
    <div className="sheet">
      <title>{`${t("deskEvents.import.title")} · ${title} · ${t("common.name")}`}</title>
      <Link to={`/desk/events/${id}`}>{t("deskEvents.import.back")}</Link>
      <h1>{t("deskEvents.import.title")}</h1>
      <p className="lead">
        <bdi>{title}</bdi>
      </p>
      {taken === null || actionData !== undefined ? null : (
        <Panel title={t("deskEvents.import.taken")} tone="saffron">
          <Facts rows={taken.map(({ key, count }) => [t(`deskEvents.import.count.${key}`), count])} />
        </Panel>
      )}
      {preview === null ? null : <ImportPreview eventId={id} {...preview} />}
      {isOpen ? <ImportForm reply={reply} {...form} {...preview} /> : <p className="note">{t("deskEvents.attendance.opens")}</p>}
    </div>
  )
}
