import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { deferPlace } from "#app/domain/admissions/defer-place.server.ts"
import { listLaterIntakes } from "#app/domain/admissions/later-intakes.server.ts"
import { stepWordsMax } from "#app/domain/admissions/step-words.ts"
import { StepForm } from "#app/domain/admissions/ui/step-form.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { dayText } from "#app/ui/desk-dates.ts"
import { SelectField, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-defer"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.confirm"))
  const university = universityOf(ctx.actor)
  const later = await listLaterIntakes(ctx, { university, choiceId: idOf(params.choiceId) })
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university, choiceId: idOf(params.choiceId) }))
  const { application } = choice
  return {
    id: choice.id,
    name: `${application.givenNames} ${application.familyName}`.trim(),
    reads: ctx.t(`common.languageName.${application.language}`),
    intakes: later.map((intake) => ({ value: intake.id, label: dayText(intake.startsOn, ctx.language, "UTC") })),
  }
}

const deferForm = z.object({ intake: textField({ max: 40 }), words: textField({ max: stepWordsMax, isLong: true }) })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.confirm"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, deferForm)
  if (!form.ok) return replyProblems(form.reply)
  const { intake, words } = form.value
  const outcome = await deferPlace(ctx, { choiceId, intakeId: intake === "" ? null : intake, words })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, "deferred")
}

export default function Defer({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { intake: t("desk.steps.intake"), words: t("desk.steps.wordsOptional") }
  return (
    <StepForm
      id={loaderData.id}
      title={t("desk.steps.deferTitle", { name: loaderData.name })}
      send={t("desk.steps.deferSend")}
      reply={actionData}
      labels={labels}
    >
      <SelectField name="intake" label={labels.intake} options={loaderData.intakes} emptyLabel={t("desk.steps.intakeOpen")} />
      <TextArea name="words" label={labels.words} help={t("desk.steps.deferHelp", { language: loaderData.reads })} rows={4} />
    </StepForm>
  )
}
