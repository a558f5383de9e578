import { data, useLocation } from "react-router"
import { useTranslation } from "react-i18next"
import { findLastChange } from "#app/domain/leads/find-last-change.server.ts"
import { findStanding, listAwaited } from "#app/domain/leads/lead-work-queries.server.ts"
import { snoozeLead } from "#app/domain/leads/snooze-lead.server.ts"
import { Collision, collisionOf } from "#app/domain/leads/ui/collision.tsx"
import { StepPage } from "#app/domain/leads/ui/step-page.tsx"
import { awaitedWords, changeWords } from "#app/domain/leads/ui/work-words.ts"
import { sleepChoices, wakesAtOf } from "#app/domain/leads/when-choices.ts"
import { sleepForm } from "#app/domain/leads/work-forms.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import {
  allowedStaffOf,
  backWith,
  idOf,
  notFoundUnless,
  readForm,
  replyProblems,
  replyRefusal,
  safePath,
} from "#app/platform/http.server.ts"
import { useAsOpened } from "#app/ui/as-opened.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { momentText } from "#app/ui/desk-dates.ts"
import { useOnward } from "#app/ui/desk-onward.ts"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { SelectField } from "#app/ui/form.tsx"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-snooze"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const lead = notFoundUnless(await findStanding(ctx, { university, leadId }))
  const awaited = await listAwaited(ctx, university, { isOpen: true })
  return {
    leadId,
    asleepUntil: lead.snoozedUntil?.toISOString() ?? "",
    awaited: awaited.map((event) => ({ value: event.id, label: awaitedWords(ctx, event) })),
  }
}

/** From the sleep that the officer saw; an event, when one is chosen, goes before a day. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const form = await readForm(request, sleepForm)
  if (!form.ok) return replyProblems(form.reply)
  const { when, day, awaited } = form.value
  const until = wakesAtOf(when, day, ctx.now())
  const seen = Date.parse(form.typed["from"]?.[0] ?? "")
  const from = Number.isNaN(seen) ? null : new Date(seen)
  if (awaited === null && until === null) throw new Response(null, { status: 400 })
  const outcome = await snoozeLead(ctx, { leadId, from, ...(awaited === null ? { until: until ?? ctx.now() } : { eventId: awaited }) })
  if (outcome.refused?.code !== "changed-meanwhile") {
    const back = safePath(form.typed["back"]?.[0], `/desk/leads/${leadId}`)
    return outcome.refused?.field === undefined ? backWith(outcome, back, "lead-snoozed") : replyRefusal(form.typed, outcome.refused)
  }
  const stands = notFoundUnless(await findStanding(ctx, { university, leadId }))
  const last = await findLastChange(ctx, { university, leadId, collided: { what: "sleep", now: stands.snoozedUntil } })
  const events = await listAwaited(ctx, university, { isOpen: false })
  const nameOf = (id: string) => {
    const event = events.find((one) => one.id === id)
    return event === undefined ? null : awaitedWords(ctx, event)
  }
  const words = (at: Date | null, eventId: string) =>
    nameOf(eventId) ?? (at === null ? t("desk.event.lead.woken") : t("deskWork.sleep.asleep", { date: momentText(at, language) }))
  const collision = {
    ...changeWords(last, language),
    theirs: words(stands.snoozedUntil, stands.snoozedFor),
    mine: words(until, awaited ?? ""),
    again: {
      when: form.typed["when"]?.[0] ?? "day",
      day: form.typed["day"]?.[0] ?? "",
      awaited: awaited ?? "",
      from: stands.snoozedUntil?.toISOString() ?? "",
    },
  }
  return data({ collision, typed: form.typed, problems: [] }, { status: 409 })
}

export default function LeadSnooze({ loaderData: step, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { t } = useTranslation()
  const { search } = useLocation()
  const back = `/desk/leads/${step.leadId}${withoutNotice(search)}`
  const onward = useOnward(back)
  const from = useAsOpened(step.leadId, "from", step.asleepUntil, answered)
  const collision = collisionOf(answered)
  if (collision !== null) return <Collision collision={collision} back={back} />
  const labels = { when: t("deskWork.sleep.until"), day: t("deskWork.next.day"), awaited: t("deskWork.sleep.awaited") }
  return (
    <StepPage
      title={t("deskWork.sleep.title")}
      reply={answered}
      labels={labels}
      back={back}
      onward={onward}
      save={t("deskWork.sleep.save")}
    >
      <p className="quiet">{t("deskWork.sleep.help")}</p>
      <input type="hidden" name="from" value={from} />
      <div className="form-row">
        <SelectField
          name="when"
          label={labels.when}
          value="tomorrow"
          options={sleepChoices.map((value) => ({ value, label: t(`deskWork.when.${value}`) }))}
        />
        <DateField name="day" label={labels.day} help={t("deskWork.next.dayHelp")} value="" reply={answered} />
        <SelectField name="awaited" label={labels.awaited} value="" emptyLabel={t("deskWork.sleep.nothing")} options={step.awaited} />
      </div>
    </StepPage>
  )
}
