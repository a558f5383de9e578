import { useTranslation } from "react-i18next"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { isState, withdrawableStates } from "#app/domain/applications/choice-states.ts"
import { candidateOf, notFoundUnless, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm, Submit } from "#app/ui/form.tsx"
import type { Route } from "./+types/withdraw"

/** The question before the act. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const choice = notFoundUnless((await listCandidateChoices(ctx)).find(({ id }) => id === params.choiceId))
  if (!isState(withdrawableStates, choice.state)) throw redirect(`/${ctx.language}/apply/choices/${choice.id}`)
  return { language: ctx.language, choice }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const outcome = await withdrawChoice(ctx, { choiceId: params.choiceId })
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply/choices/${params.choiceId}`)
}

export default function Withdraw({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, choice } = loaderData
  return (
    <>
      <title>{`${t("apply.withdraw.title")} · ${t("common.name")}`}</title>
      <h1>{t("apply.withdraw.title")}</h1>
      <p className="lead">
        {t("apply.withdraw.lead", {
          title: choice.programme.title,
          university: t(`common.university.${choice.university ?? choice.programme.owner}`),
        })}
      </p>
      <p>{t("apply.withdraw.undo")}</p>
      <PostForm reply={actionData} labels={{}}>
        <p className="acts thumb">
          <Submit>{t("apply.withdraw.button")}</Submit>
          <a className="btn quiet" href={`/${language}/apply/choices/${choice.id}`}>
            {t("apply.withdraw.back")}
          </a>
        </p>
      </PostForm>
    </>
  )
}
