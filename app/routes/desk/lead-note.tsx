import { useTranslation } from "react-i18next"
import { noteLead } from "#app/domain/leads/note-lead.server.ts"
import { leadNoteForm } from "#app/domain/leads/work-forms.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, readForm, replyProblems, replyRefusal, safePath } from "#app/platform/http.server.ts"
import { PostForm, Submit, TextArea } from "#app/ui/form.tsx"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-note"

export function loader({ context }: Route.LoaderArgs) {
  allowedStaffOf(context, may("leads.read"))
  return null
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const form = await readForm(request, leadNoteForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await noteLead(ctx, { leadId, text: form.value.text, isShared: form.value.shared })
  if (outcome.refused?.field !== undefined) return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, safePath(form.typed["back"]?.[0], `/desk/leads/${leadId}`), "noted")
}

/** The note's own box, with all that was typed, when it could not be kept as it was. */
export default function LeadNote({ actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { t } = useTranslation()
  return (
    <section className="panel clay wide">
      <h2>{t("deskWork.notes.label")}</h2>
      <PostForm reply={answered} labels={{ text: t("deskWork.notes.label") }} className="lone-form">
        <TextArea name="text" label={t("deskWork.notes.label")} rows={4} />
        <p>
          <Submit>{t("deskWork.notes.add")}</Submit>
        </p>
      </PostForm>
    </section>
  )
}
