import { useTranslation } from "react-i18next"
import { z } from "zod"
import { answerRequest } from "#app/domain/admissions/answer-request.server.ts"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { stepWordsMax } from "#app/domain/admissions/step-words.ts"
import { textField } from "#app/platform/fields.ts"
import { candidateOf, notFoundUnless, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { PostForm, Submit, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/answer"

/** What the university asks, and the box to answer in. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const choice = notFoundUnless((await listCandidateChoices(ctx)).find(({ id }) => id === params.choiceId))
  const asked = choice.steps.find((step) => step.kind === "info_request")
  if (choice.state !== "info_requested" || asked === undefined) throw redirect(`/${ctx.language}/apply/choices/${choice.id}`)
  return { language: ctx.language, choice, asked: asked.words }
}

const answerForm = z.object({ answer: textField({ max: stepWordsMax, isRequired: true, isLong: true }) })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const form = await readForm(request, answerForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await answerRequest(ctx, { choiceId: params.choiceId, answer: form.value.answer })
  return outcome.refused ? replyRefusal(form.typed, outcome.refused) : redirect(`/${ctx.language}/apply/choices/${params.choiceId}`)
}

export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, choice, asked } = loaderData
  const label = t("apply.steps.answerLabel")
  return (
    <>
      <title>{`${t("apply.steps.answerTitle")} · ${t("common.name")}`}</title>
      <h1>{t("apply.steps.answerTitle")}</h1>
      <p className="where">
        {choice.programme.title} · {t(`common.university.${choice.university ?? choice.programme.owner}`)}
      </p>
      <section className="note">
        <h2>{t("apply.steps.asked")}</h2>
        <p className="long" dir="auto">
          {asked}
        </p>
      </section>
      <PostForm reply={actionData} labels={{ answer: label }}>
        <TextArea name="answer" label={label} help={t("apply.steps.answerHelp", { max: stepWordsMax })} />
        <p className="acts thumb">
          <Submit>{t("apply.steps.send")}</Submit>
          <a className="btn quiet" href={`/${language}/apply/choices/${choice.id}`}>
            {t("apply.accept.back")}
          </a>
        </p>
      </PostForm>
    </>
  )
}
