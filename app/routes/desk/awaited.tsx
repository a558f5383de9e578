import { useTranslation } from "react-i18next"
import { countriesSorted, countryName } from "#app/domain/catalogue/countries.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { addAwaitedEvent } from "#app/domain/leads/add-awaited-event.server.ts"
import { awaitedForm } from "#app/domain/leads/awaited-form.ts"
import { listAwaited } from "#app/domain/leads/lead-work-queries.server.ts"
import { AwaitedTable } from "#app/domain/leads/ui/awaited-table.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, readForm, replyProblems } from "#app/platform/http.server.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { dayText, numberText } from "#app/ui/desk-dates.ts"
import { Empty } from "#app/ui/desk-parts.tsx"
import { Box, PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/awaited"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language } = ctx
  const events = await listAwaited(ctx, universityOf(ctx.actor), { isOpen: false })
  return {
    places: countriesSorted(language).map(({ code, name }) => ({ value: code, label: name })),
    events: events.map((event) => ({
      id: event.id,
      name: textIn(language, event.name),
      country: event.country === null ? "" : (countryName(event.country, language) ?? t("common.elsewhere")),
      expected: event.expectedOn === null ? t("deskWork.sleep.unknownDay") : dayText(event.expectedOn, language, "UTC"),
      day: event.expectedOn?.toISOString().slice(0, 10) ?? "",
      isConfirmed: event.isConfirmed,
      whose: t(event.university === null ? "deskWork.awaited.both" : "deskWork.awaited.own"),
      waiting: numberText(event.waiting, language),
      happened: event.happenedAt === null ? null : t("deskWork.awaited.happened", { date: dayText(event.happenedAt, language) }),
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const form = await readForm(request, awaitedForm)
  if (!form.ok) return replyProblems(form.reply)
  return backWith(await addAwaitedEvent(ctx, form.value), "/desk/awaited", "awaited-added")
}

/** What leads wait for. A day stands here only when somebody of the staff has entered it. */
export default function Awaited({ loaderData: { events, places }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = {
    nameFr: t("deskWork.awaited.nameFr"),
    nameEn: t("deskWork.awaited.nameEn"),
    nameAr: t("deskWork.awaited.nameAr"),
    country: t("deskWork.awaited.country"),
    expectedOn: t("deskWork.awaited.day"),
  }
  return (
    <div className="sheet">
      <title>{`${t("deskWork.awaited.title")} · ${t("common.name")}`}</title>
      <h1>{t("deskWork.awaited.title")}</h1>
      <p className="lead">{t("deskWork.awaited.lead")}</p>
      {events.length === 0 ? <Empty title={t("deskWork.awaited.none")} /> : <AwaitedTable events={events} />}
      <h2>{t("deskWork.awaited.add")}</h2>
      <PostForm reply={actionData} labels={labels} className="lone-form">
        <div className="form-row">
          <TextField name="nameFr" label={labels.nameFr} maxLength={160} />
          <TextField name="nameEn" label={labels.nameEn} maxLength={160} />
          <TextField name="nameAr" label={labels.nameAr} maxLength={160} />
        </div>
        <div className="form-row">
          <SelectField name="country" label={labels.country} emptyLabel={t("deskWork.awaited.anyCountry")} options={places} />
          <DateField name="expectedOn" label={labels.expectedOn} help={t("deskWork.awaited.dayHelp")} value="" reply={actionData} />
        </div>
        <Box name="isConfirmed" label={t("deskWork.awaited.isConfirmed")} />
        <Box name="isOwn" label={t("deskWork.awaited.isOwn")} />
        <p>
          <Submit>{t("deskWork.awaited.save")}</Submit>
        </p>
      </PostForm>
    </div>
  )
}
