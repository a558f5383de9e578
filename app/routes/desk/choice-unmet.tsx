import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { endPlace } from "#app/domain/admissions/end-place.server.ts"
import { stepWordsMax } from "#app/domain/admissions/step-words.ts"
import { StepForm } from "#app/domain/admissions/ui/step-form.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-unmet"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.confirm"))
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university: universityOf(ctx.actor), choiceId: idOf(params.choiceId) }))
  const { application } = choice
  return {
    id: choice.id,
    name: `${application.givenNames} ${application.familyName}`.trim(),
    reads: ctx.t(`common.languageName.${application.language}`),
  }
}

const wordsForm = z.object({ words: textField({ max: stepWordsMax, isRequired: true, isLong: true }) })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.confirm"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, wordsForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await endPlace(ctx, { choiceId, ...form.value })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, "place-ended")
}

export default function Unmet({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { words: t("desk.steps.words") }
  return (
    <StepForm
      id={loaderData.id}
      title={t("desk.steps.unmetTitle", { name: loaderData.name })}
      send={t("desk.steps.unmetSend")}
      reply={actionData}
      labels={labels}
    >
      <TextArea name="words" label={labels.words} help={t("desk.steps.unmetHelp", { language: loaderData.reads })} rows={4} />
    </StepForm>
  )
}
