import { useTranslation } from "react-i18next"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { undoDecline } from "#app/domain/admissions/undo-decline.server.ts"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { heldStates, isState, withdrawableStates } from "#app/domain/applications/choice-states.ts"
import { OfferBox } from "#app/domain/admissions/ui/offer-box.tsx"
import { StepsBox } from "#app/domain/admissions/ui/steps-box.tsx"
import { mayStillUndo, undoUntil } from "#app/domain/applications/undo-window.ts"
import { undoWithdrawal } from "#app/domain/applications/undo-withdrawal.server.ts"
import { isFeeShown } from "#app/domain/payments/asked-fee.ts"
import { listCandidatePayments } from "#app/domain/payments/candidate-payments.server.ts"
import { placementSentence } from "#app/domain/placement/placement-sentence.ts"
import { candidateOf, notFoundUnless, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm, Submit } from "#app/ui/form.tsx"
import { listed } from "#app/ui/listed.ts"
import { dayText, momentText } from "#app/ui/moment.ts"
import type { Route } from "./+types/choice"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = notFoundUnless(await findOwnApplication(ctx))
  const own = notFoundUnless(application.ranking.find(({ id }) => id === params.choiceId))
  if (application.submittedAt === null) throw redirect(`/${ctx.language}/apply`)
  const choices = await listCandidateChoices(ctx, { applicationId: application.id })
  const [fee] = await listCandidatePayments(ctx, { choiceId: own.id })
  const holdsPlace = application.ranking.some(({ state }) => isState(heldStates, state))
  const choice = notFoundUnless(choices.find(({ id }) => id === own.id))
  const isWithdrawn = application.state === "submitted" && own.state === "withdrawn" && own.stateBefore !== null && !holdsPlace
  return {
    language: ctx.language,
    choice,
    place: application.place,
    now: application.now,
    isSample: own.isSample,
    why: placementSentence(ctx.t, own, "candidate"),
    movedAt: own.movedAt,
    fee: fee !== undefined && isFeeShown(choice.state, fee.state) ? fee : null,
    mayWithdraw: application.state === "submitted" && isState(withdrawableStates, choice.state),
    putBackUntil: isWithdrawn && mayStillUndo(own.movedAt, ctx.now()) ? undoUntil(own.movedAt) : null,
  }
}

/** Two things can be taken back here, a withdrawal and a decline; the form says which. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const { choiceId } = params
  const undo = typed["undo"]?.[0] === "decline" ? undoDecline : undoWithdrawal
  const outcome = await undo(ctx, { choiceId })
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply/choices/${choiceId}`)
}

export default function ChoicePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, choice, place, fee, why, putBackUntil } = loaderData
  const { title, owner } = choice.programme
  const here = `/${language}/apply/choices/${choice.id}`
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <p className="crumb">
        <a href={`/${language}/apply`}>{t("apply.toList")}</a>
      </p>
      <h1>{title}</h1>
      <p className="where">
        {t(`common.university.${choice.university ?? owner}`)} ·{" "}
        {t("apply.choices.starts", { day: dayText(language, choice.startsOn, "UTC") })}
      </p>
      <p className={`st state-${choice.state}`}>{t(`states.choice.candidate.${choice.state}`)}</p>
      {loaderData.isSample ? <p className="st sample">{t("apply.sample")}</p> : null}
      <p className="lead">
        {t(choice.state === "lapsed" && choice.offer === null ? "apply.steps.waitEnded" : `apply.status.answers.${choice.state}`)}
      </p>
      <StepsBox language={language} choice={choice} place={place} now={loaderData.now} />
      <OfferBox language={language} choice={choice} place={place} />
      {choice.undoDeclineUntil === null ? null : (
        <PostForm reply={actionData} labels={{}}>
          <input type="hidden" name="undo" value="decline" />
          <p>{t("apply.offer.declinedUndo", { moment: momentText(language, choice.undoDeclineUntil, place.zone) })}</p>
          <p className="acts">
            <Submit isQuiet>{t("apply.offer.undoDecline")}</Submit>
          </p>
        </PostForm>
      )}
      {putBackUntil === null ? null : (
        <PostForm reply={actionData} labels={{}}>
          <input type="hidden" name="undo" value="withdrawal" />
          <p>{t("apply.withdraw.undoUntil", { moment: momentText(language, putBackUntil, place.zone) })}</p>
          <p className="acts">
            <Submit isQuiet>{t("apply.withdraw.undoButton")}</Submit>
          </p>
        </PostForm>
      )}
      <dl className="facts">
        {why === null ? null : (
          <>
            <dt>{t("apply.status.why")}</dt>
            <dd>{why}</dd>
          </>
        )}
        {fee === null ? null : (
          <>
            <dt>{t("apply.fee.title")}</dt>
            <dd>
              {listed(t, [fee.amount, t(`states.payment.${fee.state}`)])} ·{" "}
              <a href={`/${language}/apply/fee/${choice.id}`}>{t("apply.fee.toFee")}</a>
            </dd>
          </>
        )}
      </dl>
      {loaderData.mayWithdraw ? (
        <p className="quiet-text">
          <a href={`${here}/withdraw`}>{t("apply.withdraw.link")}</a>
        </p>
      ) : null}
    </>
  )
}
