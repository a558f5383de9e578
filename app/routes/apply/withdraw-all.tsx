import { useTranslation } from "react-i18next"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { fixedStates, heldStates, isState, withdrawableStates } from "#app/domain/applications/choice-states.ts"
import { putBackApplication } from "#app/domain/applications/put-back-application.server.ts"
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts"
import { candidateOf, notFoundUnless, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm, Submit } from "#app/ui/form.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/withdraw-all"

/** The question before the act: what is released. */
export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = notFoundUnless(await findOwnApplication(ctx))
  const choices = await listCandidateChoices(ctx, { applicationId: application.id })
  return {
    language: ctx.language,
    isSent: application.state === "submitted",
    isFixed: choices.some((choice) => isState(fixedStates, choice.state)),
    open: choices
      .filter((choice) => isState(withdrawableStates, choice.state))
      .map((choice) => ({ ...choice, isHeld: isState(heldStates, choice.state) })),
  }
}

/** Withdrawing, or putting back what was withdrawn; the form says which. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const outcome = typed["undo"]?.[0] === "yes" ? await putBackApplication(ctx) : await withdrawApplication(ctx)
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply`)
}

export default function WithdrawAll({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, isSent, isFixed, open } = loaderData
  const mayWithdraw = isSent && !isFixed && open.length > 0
  return (
    <>
      <title>{`${t("apply.whole.title")} · ${t("common.name")}`}</title>
      <h1>{t("apply.whole.title")}</h1>
      {mayWithdraw ? (
        <>
          <p className="lead">{t("apply.whole.lead")}</p>
          <ul className="plain">
            {open.map((choice) => (
              <li key={choice.id}>
                {listed(t, [choice.programme.title, t(`common.university.${choice.university ?? choice.programme.owner}`)])}
                {choice.isHeld ? <b> {t("apply.whole.held")}</b> : null}
              </li>
            ))}
          </ul>
          <p>{t("apply.whole.undo")}</p>
        </>
      ) : (
        <p className="lead">{t(isFixed ? "apply.whole.fixed" : "refusals.applications.nothing-to-withdraw")}</p>
      )}
      <PostForm reply={actionData} labels={{}}>
        <p className="acts thumb">
          {mayWithdraw ? <Submit>{t("apply.whole.button")}</Submit> : null}
          <a className="btn quiet" href={`/${language}/apply`}>
            {t(mayWithdraw ? "apply.whole.back" : "apply.toList")}
          </a>
        </p>
      </PostForm>
    </>
  )
}
