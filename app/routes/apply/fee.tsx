import { useTranslation } from "react-i18next"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { askWaiver, waiverReasonMax } from "#app/domain/payments/ask-waiver.server.ts"
import { listCandidatePayments } from "#app/domain/payments/candidate-payments.server.ts"
import { refreshPayment } from "#app/domain/payments/refresh-payment.server.ts"
import { FeeState } from "#app/domain/payments/ui/fee-state.tsx"
import { candidateOf, notFoundUnless, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm, Submit, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/fee"

/** The payer comes back here with `?back=paid` or `?back=later`; neither is believed, the truth is fetched. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = notFoundUnless(await findOwnApplication(ctx))
  const choice = notFoundUnless(application.ranking.find(({ id }) => id === params.choiceId))
  const back = new URL(request.url).searchParams.get("back")
  if (back !== null) await refreshPayment(ctx, { choiceId: choice.id })
  const [fee] = await listCandidatePayments(ctx, { choiceId: choice.id })
  return {
    language: ctx.language,
    fee: notFoundUnless(fee),
    title: choice.title,
    back: back === "paid" || back === "later" ? back : null,
    waiverReasonMax,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const outcome = await askWaiver(ctx, { choiceId: params.choiceId, reason: typed["reason"]?.[0] ?? "" })
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply/fee/${params.choiceId}`)
}

export default function Fee({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, fee, back } = loaderData
  const reasonLabel = t("apply.fee.waiverReason")
  return (
    <>
      <title>{`${t("apply.fee.title")} · ${t("common.name")}`}</title>
      <p className="crumb">
        <a href={`/${language}/apply`}>{t("apply.toList")}</a>
      </p>
      <h1>{t("apply.fee.title")}</h1>
      <p className="lead">{t("apply.fee.for", { title: loaderData.title, university: t(`common.university.${fee.university}`) })}</p>
      {back === "paid" && fee.state !== "paid" ? (
        <p className="done" role="status">
          {t("apply.fee.thanksText")}
        </p>
      ) : null}
      {back === "later" && fee.state !== "paid" ? (
        <p className="note" role="status">
          {t("apply.fee.cancelledText")}
        </p>
      ) : null}
      <FeeState fee={fee} />
      {fee.mayAskWaiver ? (
        <section>
          <h2>{t("apply.fee.waiverTitle")}</h2>
          <p>{t("apply.fee.waiverLead")}</p>
          <PostForm reply={actionData} labels={{ reason: reasonLabel }}>
            <TextArea name="reason" label={reasonLabel} help={t("apply.fee.waiverHelp", { max: loaderData.waiverReasonMax })} rows={5} />
            <p className="acts">
              <Submit>{t("apply.fee.waiverButton")}</Submit>
            </p>
          </PostForm>
        </section>
      ) : null}
      {fee.mayPay ? (
        <section>
          <h2>{t("apply.fee.payTitle")}</h2>
          <p>{t("apply.fee.payLead")}</p>
          <form method="post" action={`/${language}/apply/fee/${fee.choiceId}/pay`}>
            <p className="acts">
              <Submit isQuiet={fee.mayAskWaiver}>{t("apply.fee.payButton", { amount: fee.amount })}</Submit>
            </p>
          </form>
        </section>
      ) : null}
      <p className="quiet-text">{t("apply.fee.official")}</p>
    </>
  )
}
