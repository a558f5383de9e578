import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { inviteToInterview } from "#app/domain/admissions/invite-to-interview.server.ts"
import { stepWordsMax } from "#app/domain/admissions/step-words.ts"
import { moroccoDayField, moroccoDayText, timeField } from "#app/domain/catalogue/morocco-fields.ts"
import { StepForm } from "#app/domain/admissions/ui/step-form.tsx"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { TextArea, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-interview"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.ask"))
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university: universityOf(ctx.actor), choiceId: idOf(params.choiceId) }))
  const { application } = choice
  return {
    id: choice.id,
    name: `${application.givenNames} ${application.familyName}`.trim(),
    reads: ctx.t(`common.languageName.${application.language}`),
    day: moroccoDayText(ctx.now(), usualDays),
  }
}

/** How many days ahead the form proposes. */
const usualDays = 7

const interviewForm = z.object({
  day: moroccoDayField(0, 0),
  time: timeField,
  place: textField({ max: 500, isRequired: true, isLong: true }),
  words: textField({ max: stepWordsMax, isLong: true }),
})

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.ask"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, interviewForm)
  if (!form.ok) return replyProblems(form.reply)
  const { day, time, ...said } = form.value
  const at = moroccoInstant(moroccoDay(day), time.hour, time.minute)
  const outcome = await inviteToInterview(ctx, { choiceId, at, ...said })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, "interview-set")
}

export default function Interview({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = {
    day: t("desk.steps.day"),
    time: t("desk.steps.time"),
    place: t("desk.steps.place"),
    words: t("desk.steps.wordsOptional"),
  }
  return (
    <StepForm
      id={loaderData.id}
      title={t("desk.steps.interviewTitle", { name: loaderData.name })}
      send={t("desk.steps.interviewSend")}
      reply={actionData}
      labels={labels}
    >
      <DateField name="day" label={labels.day} help={t("desk.steps.dayHelp")} value={loaderData.day} reply={actionData} />
      <TextField name="time" label={labels.time} help={t("desk.steps.timeHelp")} inputMode="numeric" dir="ltr" size="short" />
      <TextArea name="place" label={labels.place} help={t("desk.steps.placeHelp", { language: loaderData.reads })} rows={2} />
      <TextArea name="words" label={labels.words} help={t("desk.steps.wordsHelp", { language: loaderData.reads })} rows={3} isOptional />
    </StepForm>
  )
}
