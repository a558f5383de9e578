import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { askForMore } from "#app/domain/admissions/ask-for-more.server.ts"
import { stepWordsMax } from "#app/domain/admissions/step-words.ts"
import { moroccoDayField, moroccoDayText } from "#app/domain/catalogue/morocco-fields.ts"
import { StepForm } from "#app/domain/admissions/ui/step-form.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-ask"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.ask"))
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university: universityOf(ctx.actor), choiceId: idOf(params.choiceId) }))
  const { application } = choice
  return {
    id: choice.id,
    name: `${application.givenNames} ${application.familyName}`.trim(),
    reads: ctx.t(`common.languageName.${application.language}`),
    until: moroccoDayText(ctx.now(), usualDays),
  }
}

/** How many days the candidate has to answer unless the officer says another day. */
const usualDays = 10

const askForm = z.object({ words: textField({ max: stepWordsMax, isRequired: true, isLong: true }), until: moroccoDayField(23, 59) })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.ask"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, askForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await askForMore(ctx, { choiceId, ...form.value })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, "info-requested")
}

export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { words: t("desk.steps.words"), until: t("desk.steps.askUntil") }
  return (
    <StepForm
      id={loaderData.id}
      title={t("desk.steps.askTitle", { name: loaderData.name })}
      send={t("desk.steps.askSend")}
      reply={actionData}
      labels={labels}
    >
      <TextArea name="words" label={labels.words} help={t("desk.steps.askHelp", { language: loaderData.reads })} rows={5} />
      <DateField name="until" label={labels.until} help={t("desk.steps.askUntilHelp")} value={loaderData.until} reply={actionData} />
    </StepForm>
  )
}
