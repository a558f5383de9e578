import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { answerDays } from "#app/domain/admissions/decision-policy.ts"
import { makeOffer } from "#app/domain/admissions/make-offer.server.ts"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { PostForm, Submit, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-offer"

/** How many days an offer stands unless the officer says another day. */
const usualDays = 21

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university: universityOf(ctx.actor), choiceId: idOf(params.choiceId) }))
  const { year, month, day } = moroccoDay(ctx.now(), usualDays)
  const { application } = choice
  return {
    id: choice.id,
    name: `${application.givenNames} ${application.familyName}`.trim(),
    reads: ctx.t(`common.languageName.${application.language}`),
    answerBy: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    conditional: ctx.inLanguage(application.language).t("admissions.conditional"),
    language: application.language,
    days: answerDays,
  }
}

const offerForm = z.object({
  conditions: textField({ max: 4000, isLong: true }),
  answerBy: textField({ max: 20, isRequired: true }).transform((text, context): Date => {
    const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split("-").map(Number) : []
    const known = new Date(Date.UTC(year, month - 1, day))
    if (year > 0 && known.getUTCMonth() === month - 1 && known.getUTCDate() === day) return moroccoInstant({ year, month, day }, 23, 59)
    context.addIssue({ code: "custom", message: "field.date" })
    return z.NEVER
  }),
})

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, offerForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await makeOffer(ctx, { choiceId, ...form.value })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, "offered")
}

export default function Offer({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { days } = loaderData
  const labels = { conditions: t("desk.offer.conditions"), answerBy: t("desk.offer.answerBy") }
  return (
    <section className="panel clay wide deciding">
      <h2>{t("desk.offer.title", { name: loaderData.name })}</h2>
      <PostForm reply={actionData} labels={labels} className="lone-form">
        <TextArea
          name="conditions"
          label={labels.conditions}
          help={t("desk.offer.conditionsHelp", { language: loaderData.reads })}
          rows={4}
          isOptional
        />
        <DateField
          name="answerBy"
          label={labels.answerBy}
          help={t("desk.offer.answerByHelp", days)}
          value={loaderData.answerBy}
          reply={actionData}
        />
        <div>
          <p className="quiet">{t("desk.offer.reads")}</p>
          <blockquote className="preview" lang={loaderData.language} dir="auto">
            {loaderData.conditional}
          </blockquote>
        </div>
        <p className="acts">
          <Submit>{t("desk.offer.send")}</Submit>
          <Link to={`/desk/choices/${loaderData.id}`} className="btn quiet">
            {t("desk.back")}
          </Link>
        </p>
      </PostForm>
    </section>
  )
}
