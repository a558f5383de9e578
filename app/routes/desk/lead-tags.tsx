import { useLocation } from "react-router"
import { useTranslation } from "react-i18next"
import { findStanding, listTags } from "#app/domain/leads/lead-work-queries.server.ts"
import { tagLead } from "#app/domain/leads/tag-lead.server.ts"
import { readTags } from "#app/domain/leads/tag-words.ts"
import { StepPage } from "#app/domain/leads/ui/step-page.tsx"
import { TagPicker } from "#app/domain/leads/ui/tag-picker.tsx"
import { tagsForm } from "#app/domain/leads/work-forms.ts"
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
import { withoutNotice } from "#app/ui/desk-query.ts"
import { TextField } from "#app/ui/form.tsx"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-tags"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const lead = notFoundUnless(await findStanding(ctx, { university, leadId }))
  return { leadId, tags: lead.tags.join(", "), used: await listTags(ctx, university) }
}

/** What was there when the form was read goes along: others' tags of meanwhile stay. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const form = await readForm(request, tagsForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await tagLead(ctx, { leadId, seen: readTags(form.value.seen), wanted: readTags(form.value.tags) })
  const back = safePath(form.typed["back"]?.[0], `/desk/leads/${leadId}`)
  return outcome.refused?.field === undefined ? backWith(outcome, back, "lead-tagged") : replyRefusal(form.typed, outcome.refused)
}

export default function LeadTags({ loaderData: step, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { t } = useTranslation()
  const { search } = useLocation()
  const back = `/desk/leads/${step.leadId}${withoutNotice(search)}`
  const seen = useAsOpened(step.leadId, "seen", step.tags, answered)
  const labels = { tags: t("deskWork.tags.label") }
  return (
    <StepPage title={t("deskWork.tags.title")} reply={answered} labels={labels} back={back} save={t("deskWork.tags.save")}>
      <input type="hidden" name="seen" value={seen} />
      <TextField name="tags" label={labels.tags} value={step.tags} />
      <TagPicker used={step.used} />
    </StepPage>
  )
}
