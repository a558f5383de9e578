import { useTranslation } from "react-i18next"
import { answerDue } from "#app/domain/leads/answer-clock.ts"
import { findAnswerClock } from "#app/domain/leads/answer-clocks.server.ts"
import { clockForm, spansText, weekdayNames } from "#app/domain/leads/clock-form.ts"
import { proposedHolidays } from "#app/domain/leads/proposed-holidays.ts"
import { saveAnswerClock } from "#app/domain/leads/save-answer-clock.server.ts"
import { listHolidays } from "#app/domain/leads/team-queries.server.ts"
import { HolidayPanel } from "#app/domain/leads/ui/holiday-panel.tsx"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, numberOf, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { dayText, momentText } from "#app/ui/desk-dates.ts"
import { Facts, Panel } from "#app/ui/desk-parts.tsx"
import { PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/hours"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const clock = await findAnswerClock(ctx, university)
  const holidays = await listHolidays(ctx, university)
  const due = answerDue(clock, ctx.now())
  const known = new Set(holidays.map(({ day }) => day.toISOString().slice(0, 10)))
  const day = (date: Date) => dayText(date, language, "UTC")
  return {
    mayEdit: roleMay(ctx.actor.role, "leads.rules"),
    version: clock.version,
    standing: clock.updatedAt === null ? t("deskWork.hours.unconfirmed") : t("deskWork.hours.confirmed", { date: day(clock.updatedAt) }),
    isConfirmed: clock.isConfirmed,
    days: weekdayNames.map((name, index) => ({ name, spans: spansText(clock.weekdays[index] ?? []) })),
    withinHours: Math.round(clock.withinMinutes / 60),
    example: due === null ? "" : t("deskWork.hours.example", { date: momentText(due, language) }),
    holidays: holidays.map((one) => ({ day: one.day.toISOString().slice(0, 10), date: day(one.day), name: one.name })),
    proposed: proposedHolidays(ctx.now(), known).map((one) => ({
      day: one.day,
      date: day(new Date(one.day)),
      name: one.name[language],
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.rules"))
  const form = await readForm(request, clockForm)
  if (!form.ok) return replyProblems(form.reply)
  const { weekdays, withinHours } = form.value
  const outcome = await saveAnswerClock(ctx, {
    version: numberOf(form.typed, "version"),
    weekdays,
    withinMinutes: (withinHours ?? 8) * 60,
  })
  const { refused } = outcome
  if (refused?.code === "changed-meanwhile") return replyRefusal(form.typed, { code: "leads.saved-meanwhile" })
  if (refused?.field !== undefined) return replyRefusal(form.typed, refused)
  return backWith(outcome, "/desk/hours", "hours-changed")
}

export default function Hours({ loaderData: hours, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  // Whoever was told of another version saves over that one.
  const isTold = actionData?.problems.some(({ code }) => code === "leads.saved-meanwhile") ?? false
  const version = isTold ? String(hours.version) : (actionData?.typed["version"]?.[0] ?? String(hours.version))
  const labels = {
    ...Object.fromEntries(weekdayNames.map((name) => [name, t(`deskWork.hours.day.${name}`)])),
    withinHours: t("deskWork.hours.within"),
  }
  return (
    <div className="sheet">
      <title>{`${t("deskWork.hours.title")} · ${t("common.name")}`}</title>
      <h1>{t("deskWork.hours.title")}</h1>
      <p className="lead">{t("deskWork.hours.lead")}</p>
      <p>
        <span className={hours.isConfirmed ? "tag" : "tag amber"}>{hours.standing}</span> {hours.example}
      </p>
      {hours.mayEdit ? (
        <PostForm reply={actionData} labels={labels} className="lone-form">
          <input type="hidden" name="version" value={version} />
          <p className="quiet">{t("deskWork.hours.spans")}</p>
          <div className="form-row">
            {hours.days.map(({ name, spans }) => (
              <TextField key={name} name={name} label={t(`deskWork.hours.day.${name}`)} dir="ltr" value={spans} />
            ))}
          </div>
          <TextField name="withinHours" label={labels.withinHours} inputMode="numeric" size="short" value={hours.withinHours} />
          <p>
            <Submit>{t("deskWork.hours.save")}</Submit>
          </p>
        </PostForm>
      ) : (
        <Panel title={t("deskWork.hours.title")}>
          <Facts
            rows={hours.days.map(({ name, spans }) => [
              t(`deskWork.hours.day.${name}`),
              spans === "" ? t("deskWork.hours.dayOff") : <bdi key={name}>{spans}</bdi>,
            ])}
          />
        </Panel>
      )}
      <HolidayPanel holidays={hours.holidays} proposed={hours.proposed} mayEdit={hours.mayEdit} />
    </div>
  )
}
