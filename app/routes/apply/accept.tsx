import { useTranslation } from "react-i18next"
import { acceptOffer } from "#app/domain/admissions/accept-offer.server.ts"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { isState, withdrawableStates } from "#app/domain/applications/choice-states.ts"
import { candidateOf, notFoundUnless, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm, Submit } from "#app/ui/form.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/accept"

/** The warning before the act: accepting releases the other choices. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = notFoundUnless(await findOwnApplication(ctx))
  const choices = await listCandidateChoices(ctx, { applicationId: application.id })
  const choice = notFoundUnless(choices.find(({ id }) => id === params.choiceId))
  if (choice.offer?.isOpen !== true) throw redirect(`/${ctx.language}/apply/choices/${choice.id}`)
  return {
    language: ctx.language,
    choice,
    others: choices.filter((other) => other.id !== choice.id && isState(withdrawableStates, other.state)),
    waitsForGuardian: (application.isMinor || application.needsCosign) && (application.guardian?.consentedAt ?? null) === null,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const outcome = await acceptOffer(ctx, { choiceId: params.choiceId })
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply/choices/${params.choiceId}`)
}

export default function Accept({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, choice, others } = loaderData
  const page = `/${language}/apply/choices/${choice.id}`
  return (
    <>
      <title>{`${t("apply.accept.title")} · ${t("common.name")}`}</title>
      <h1>{t("apply.accept.title")}</h1>
      <p className="lead">
        {t("apply.accept.lead", {
          title: choice.programme.title,
          university: t(`common.university.${choice.university ?? choice.programme.owner}`),
        })}
      </p>
      {others.length === 0 ? (
        <p>{t("apply.accept.noOthers")}</p>
      ) : (
        <div className="note warn">
          <p>
            <b>{t("apply.accept.others")}</b>
          </p>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                {listed(t, [other.programme.title, t(`common.university.${other.university ?? other.programme.owner}`)])} (
                {t(`states.choice.candidate.${other.state}`)})
              </li>
            ))}
          </ul>
        </div>
      )}
      {loaderData.waitsForGuardian ? (
        <p className="note warn">
          {t("apply.accept.cosign")} <a href={`/${language}/apply/guardian`}>{t("apply.accept.cosignLink")}</a>
        </p>
      ) : null}
      <PostForm reply={actionData} labels={{}}>
        <p className="acts thumb">
          <Submit>{t("apply.accept.button")}</Submit>
          <a className="btn quiet" href={page}>
            {t("apply.accept.back")}
          </a>
        </p>
      </PostForm>
    </>
  )
}
