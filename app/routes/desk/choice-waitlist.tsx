import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { sentenceMax } from "#app/domain/admissions/refuse-choice.server.ts"
import { waitlistChoice } from "#app/domain/admissions/waitlist-choice.server.ts"
import { StepForm } from "#app/domain/admissions/ui/step-form.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-waitlist"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university: universityOf(ctx.actor), choiceId: idOf(params.choiceId) }))
  const { application } = choice
  return {
    id: choice.id,
    name: `${application.givenNames} ${application.familyName}`.trim(),
    reads: ctx.t(`common.languageName.${application.language}`),
  }
}

const waitlistForm = z.object({ sentence: textField({ max: sentenceMax, isLong: true }) })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, waitlistForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await waitlistChoice(ctx, { choiceId, ...form.value })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, "waitlisted")
}

export default function Waitlist({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { sentence: t("desk.steps.wordsOptional") }
  return (
    <StepForm
      id={loaderData.id}
      title={t("desk.steps.waitlistTitle", { name: loaderData.name })}
      send={t("desk.steps.waitlistSend")}
      reply={actionData}
      labels={labels}
    >
      <TextArea
        name="sentence"
        label={labels.sentence}
        help={t("desk.steps.wordsHelp", { language: loaderData.reads })}
        rows={3}
        isOptional
      />
    </StepForm>
  )
}
