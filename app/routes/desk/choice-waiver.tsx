import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { decideWaiver } from "#app/domain/payments/decide-waiver.server.ts"
import { moneyText } from "#app/locales/money.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { choiceField, textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { PostForm, Submit, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/choice-waiver"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("waivers.decide"))
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university: universityOf(ctx.actor), choiceId: idOf(params.choiceId) }))
  const payment = notFoundUnless(choice.payments[0])
  return {
    id: choice.id,
    amount: moneyText(ctx.language, payment.amountMinor, payment.currency),
    reason: payment.waiverReason,
    isAsked: payment.state === "waiver_asked",
  }
}

const waiverForm = z.object({ answer: textField({ max: 1000, isLong: true }), decision: choiceField(["grant", "refuse"]) })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("waivers.decide"))
  const choiceId = idOf(params.choiceId)
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university: universityOf(ctx.actor), choiceId }))
  const payment = notFoundUnless(choice.payments[0])
  const form = await readForm(request, waiverForm)
  if (!form.ok) return replyProblems(form.reply)
  const grants = form.value.decision === "grant"
  const outcome = await decideWaiver(ctx, { paymentId: payment.id, grants, answer: form.value.answer })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, grants ? "waiver-granted" : "waiver-refused")
}

export default function Waiver({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <section className="panel clay wide deciding">
      <h2>
        {t("desk.choices.waiverDecide")}: {loaderData.amount}
      </h2>
      <p className="words" dir="auto">
        {loaderData.reason}
      </p>
      {loaderData.isAsked ? (
        <PostForm reply={actionData} labels={{ answer: t("desk.choices.waiverAnswer") }} className="lone-form">
          <TextArea name="answer" label={t("desk.choices.waiverAnswer")} help={t("desk.choices.waiverAnswerHelp")} rows={3} />
          <p className="acts">
            <Submit name="decision" value="grant">
              {t("desk.choices.waiverGrant")}
            </Submit>
            <Submit name="decision" value="refuse" isQuiet>
              {t("desk.choices.waiverRefuse")}
            </Submit>
            <Link to={`/desk/choices/${loaderData.id}`} className="btn quiet">
              {t("desk.back")}
            </Link>
          </p>
        </PostForm>
      ) : (
        <p className="quiet">{t("refusals.changed-meanwhile")}</p>
      )}
    </section>
  )
}
