import { data, useLocation } from "react-router"
import { useTranslation } from "react-i18next"
import { moroccoDayText } from "#app/domain/catalogue/morocco-fields.ts"
import { addTask } from "#app/domain/leads/add-task.server.ts"
import { changeTask } from "#app/domain/leads/change-task.server.ts"
import { listLeadOwners } from "#app/domain/leads/lead-queries.server.ts"
import { findLastChange } from "#app/domain/leads/find-last-change.server.ts"
import { findTask } from "#app/domain/leads/lead-work-queries.server.ts"
import { Collision, collisionOf } from "#app/domain/leads/ui/collision.tsx"
import { changeWords } from "#app/domain/leads/ui/work-words.ts"
import { StepPage } from "#app/domain/leads/ui/step-page.tsx"
import { dueAtOf, dueChoices } from "#app/domain/leads/when-choices.ts"
import { taskForm } from "#app/domain/leads/work-forms.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import {
  allowedStaffOf,
  backWith,
  numberOf,
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
import { withoutNotice } from "#app/ui/desk-query.ts"
import { SelectField, TextField } from "#app/ui/form.tsx"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-task"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const task = params.taskId === undefined ? null : await findTask(ctx, { university, leadId, taskId: idOf(params.taskId) })
  if (params.taskId !== undefined) notFoundUnless(task)
  return {
    leadId,
    id: task?.id ?? "",
    owners: await listLeadOwners(ctx, university),
    version: task?.version ?? null,
    text: task?.text ?? "",
    when: task === null ? "tomorrow" : task.dueAt === null ? "none" : "day",
    day: task === null || task.dueAt === null ? "" : moroccoDayText(task.dueAt, 0),
    ownerId: task?.ownerId ?? "",
  }
}

/** A new task, or a change to the one in the address: from the version that was read, which stands in the form. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const form = await readForm(request, taskForm)
  if (!form.ok) return replyProblems(form.reply)
  const { task: text, when, day, taskOwner: ownerId } = form.value
  const input = { text, dueAt: dueAtOf(when, day, ctx.now()), ownerId }
  const back = safePath(form.typed["back"]?.[0], `/desk/leads/${leadId}`)
  if (params.taskId === undefined) {
    const added = await addTask(ctx, { leadId, ...input })
    return added.refused?.field === undefined ? backWith(added, back, "task-added") : replyRefusal(form.typed, added.refused)
  }
  const taskId = idOf(params.taskId)
  const outcome = await changeTask(ctx, { leadId, taskId, version: numberOf(form.typed, "version"), ...input })
  if (outcome.refused?.code !== "changed-meanwhile")
    return outcome.refused?.field === undefined ? backWith(outcome, back, "task-changed") : replyRefusal(form.typed, outcome.refused)
  const stands = notFoundUnless(await findTask(ctx, { university, leadId, taskId }))
  const last = await findLastChange(ctx, { university, leadId, collided: { what: "task", taskId } })
  const owners = await listLeadOwners(ctx, university)
  const words = (one: { text: string; dueAt: Date | null; ownerId: string | null }) =>
    [
      `\u2068${one.text}\u2069`,
      one.dueAt === null ? t("deskWork.next.open") : t("deskWork.next.until", { date: momentText(one.dueAt, language) }),
      owners.find(({ id }) => id === one.ownerId)?.name ?? t("deskWork.next.byOwner"),
    ].join(" · ")
  const kept = { task: text, when: form.typed["when"]?.[0] ?? "none", day: form.typed["day"]?.[0] ?? "", taskOwner: ownerId ?? "" }
  const collision = {
    ...changeWords(last, language),
    theirs: stands.doneAt === null ? words(stands) : `${words(stands)} · ${t("deskWork.next.done")}`,
    mine: words(input),
    again: stands.doneAt === null ? { ...kept, version: String(stands.version) } : null,
  }
  return data({ collision, typed: form.typed, problems: [] }, { status: 409 })
}

export default function LeadTask({ loaderData: step, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { t } = useTranslation()
  const { search } = useLocation()
  const back = `/desk/leads/${step.leadId}${withoutNotice(search)}`
  const version = useAsOpened(step.id, "version", String(step.version ?? ""), answered)
  const collision = collisionOf(answered)
  if (collision !== null) return <Collision collision={collision} back={back} />
  const labels = {
    task: t("deskWork.next.text"),
    when: t("deskWork.next.when"),
    day: t("deskWork.next.day"),
    taskOwner: t("deskWork.next.who"),
  }
  return (
    <StepPage title={t("deskWork.next.title")} reply={answered} labels={labels} back={back} save={t("deskWork.next.save")}>
      {step.version === null ? null : <input type="hidden" name="version" value={version} />}
      <TextField name="task" label={labels.task} value={step.text} maxLength={400} />
      <div className="form-row">
        <SelectField
          name="when"
          label={labels.when}
          value={step.when}
          options={dueChoices.map((value) => ({ value, label: t(`deskWork.when.${value}`) }))}
        />
        <DateField name="day" label={labels.day} help={t("deskWork.next.dayHelp")} value={step.day} reply={answered} />
        <SelectField
          name="taskOwner"
          label={labels.taskOwner}
          value={step.ownerId}
          emptyLabel={t("deskWork.next.byOwner")}
          options={step.owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </StepPage>
  )
}
