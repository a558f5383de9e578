import { useTranslation } from "react-i18next"
import { noteForm } from "#app/domain/journal/note-form.ts"
import { noteChoice } from "#app/domain/admissions/note-choice.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, readForm, replyProblems, safePath } from "#app/platform/http.server.ts"
import { PostForm, Submit, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-note"

export function loader({ context }: Route.LoaderArgs) {
  allowedStaffOf(context, may("choices.read"))
  return null
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.work"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, noteForm)
  if (!form.ok) return replyProblems(form.reply)
  return backWith(
    await noteChoice(ctx, { choiceId, text: form.value.text }),
    safePath(form.typed["back"]?.[0], `/desk/choices/${choiceId}`),
    "noted",
  )
}

/** The note's own box, with all that was typed, when it could not be kept as it was. */
export default function ChoiceNote({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <section className="panel clay wide">
      <h2>{t("desk.notes.label")}</h2>
      <PostForm reply={actionData} labels={{ text: t("desk.notes.label") }} className="lone-form">
        <TextArea name="text" label={t("desk.notes.label")} rows={4} />
        <p>
          <Submit>{t("desk.notes.add")}</Submit>
        </p>
      </PostForm>
    </section>
  )
}
