import { useTranslation } from "react-i18next"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { declineOffer } from "#app/domain/admissions/decline-offer.server.ts"
import { candidateOf, notFoundUnless, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm, Submit } from "#app/ui/form.tsx"
import type { Route } from "./+types/decline"

/** The question before the act. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const choice = notFoundUnless((await listCandidateChoices(ctx)).find(({ id }) => id === params.choiceId))
  if (choice.offer?.isOpen !== true) throw redirect(`/${ctx.language}/apply/choices/${choice.id}`)
  return { language: ctx.language, choice }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const outcome = await declineOffer(ctx, { choiceId: params.choiceId })
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply/choices/${params.choiceId}`)
}

export default function Decline({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, choice } = loaderData
  return (
    <>
      <title>{`${t("apply.decline.title")} · ${t("common.name")}`}</title>
      <h1>{t("apply.decline.title")}</h1>
      <p className="lead">
        {t("apply.decline.lead", {
          title: choice.programme.title,
          university: t(`common.university.${choice.university ?? choice.programme.owner}`),
        })}
      </p>
      <p>{t("apply.decline.undo")}</p>
      <PostForm reply={actionData} labels={{}}>
        <p className="acts thumb">
          <Submit>{t("apply.decline.button")}</Submit>
          <a className="btn quiet" href={`/${language}/apply/choices/${choice.id}`}>
            {t("apply.decline.back")}
          </a>
        </p>
      </PostForm>
    </>
  )
}
