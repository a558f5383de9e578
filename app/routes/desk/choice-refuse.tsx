import { type SyntheticEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { data, Link } from "react-router"
import { z } from "zod"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import {
  isNextStep,
  isReasonCode,
  nextSteps,
  nextStepSentence,
  reasonCodes,
  reasonGroups,
  reasonLabel,
  reasonSentence,
  refusalReasons,
} from "#app/domain/admissions/refusal-reasons.ts"
import { refuseChoice } from "#app/domain/admissions/refuse-choice.server.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { choiceField, textField } from "#app/platform/fields.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { PostForm, SelectField, Submit, TextArea } from "#app/ui/form.tsx"
import { GroupedSelect } from "#app/ui/grouped-select.tsx"
import type { Route } from "./+types/choice-refuse"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const university = universityOf(ctx.actor)
  const { choice } = notFoundUnless(await findChoiceFile(ctx, { university, choiceId: idOf(params.choiceId) }))
  const { application } = choice
  const theirs = ctx.inLanguage(application.language).t
  const programme = textIn(application.language, choice.intake.programme.title)
  return {
    id: choice.id,
    name: `${application.givenNames} ${application.familyName}`.trim(),
    language: application.language,
    languageName: ctx.t(`common.languageName.${application.language}`),
    groups: reasonGroups.map((group) => ({
      label: ctx.t(`admissions.reasonGroup.${group}`),
      options: refusalReasons[group].map((reason) => {
        const code = reasonCodes.find((known) => known === `${group}.${reason}`) ?? "file.incomplete"
        return { value: code, label: reasonLabel(ctx.t, code) }
      }),
    })),
    steps: nextSteps.map((step) => ({ value: step, label: ctx.t(`admissions.nextStep.${step}.label`) })),
    // What the candidate will read, in the candidate's own language.
    letter: {
      opening: theirs("admissions.mail.choiceRefused.text", { university: theirs(`common.university.${university}`), programme }),
      adds: theirs("admissions.mail.universityAdds"),
      alone: theirs("admissions.mail.choiceRefused.alone"),
      reasons: Object.fromEntries(reasonCodes.map((code) => [code, reasonSentence(theirs, code)])) as Record<string, string>,
      steps: Object.fromEntries(nextSteps.map((step) => [step, nextStepSentence(theirs, step)])) as Record<string, string>,
    },
  }
}

const refusalForm = z.object({
  reasonCode: choiceField(reasonCodes as [string, ...string[]]),
  sentence: textField({ max: 500, isLong: true }),
  nextStep: choiceField(nextSteps),
  step: textField({ max: 20 }),
})

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("choices.decide"))
  const choiceId = idOf(params.choiceId)
  const form = await readForm(request, refusalForm)
  if (!form.ok) return replyProblems(form.reply)
  const { step, ...decision } = form.value
  // Looking at the letter decides nothing: the form comes back with all that was typed.
  if (step === "preview") return data({ typed: form.typed, problems: [] })
  const outcome = await refuseChoice(ctx, { choiceId, ...decision })
  if (outcome.refused && !outcome.refused.code.endsWith("not-found") && outcome.refused.code !== "not-allowed")
    return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/choices/${choiceId}`, "refused")
}

type Draft = { reasonCode: string; sentence: string; nextStep: string }

export default function Refuse({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const typed = (name: keyof Draft) => actionData?.typed[name]?.[0] ?? ""
  const [draft, setDraft] = useState<Draft>({ reasonCode: typed("reasonCode"), sentence: typed("sentence"), nextStep: typed("nextStep") })
  const labels = { reasonCode: t("desk.refuse.reason"), sentence: t("desk.refuse.sentence"), nextStep: t("desk.refuse.nextStep") }
  function onInput(event: SyntheticEvent) {
    const form = event.target instanceof Element ? event.target.closest("form") : null
    if (form === null) return
    const said = new FormData(form)
    const read = (name: keyof Draft) => {
      const value = said.get(name)
      return typeof value === "string" ? value : ""
    }
    setDraft({ reasonCode: read("reasonCode"), sentence: read("sentence").trim(), nextStep: read("nextStep") })
  }
  return (
    <section className="panel clay wide deciding" onInput={onInput}>
      <h2>{t("desk.refuse.title", { name: loaderData.name })}</h2>
      <PostForm reply={actionData} labels={labels} className="lone-form">
        <GroupedSelect name="reasonCode" label={labels.reasonCode} groups={loaderData.groups} reply={actionData} />
        <TextArea
          name="sentence"
          label={labels.sentence}
          help={t("desk.refuse.sentenceHelp", { language: loaderData.languageName })}
          rows={3}
          isOptional
        />
        <SelectField name="nextStep" label={labels.nextStep} options={loaderData.steps} />
        <Letter draft={draft} letter={loaderData.letter} language={loaderData.language} languageName={loaderData.languageName} />
        <p className="acts">
          <Submit>{t("desk.refuse.send")}</Submit>
          <noscript>
            <button type="submit" name="step" value="preview" className="btn quiet">
              {t("desk.refuse.preview")}
            </button>
          </noscript>
          <Link to={`/desk/choices/${loaderData.id}`} className="btn quiet">
            {t("desk.back")}
          </Link>
        </p>
      </PostForm>
    </section>
  )
}

type LetterProps = { draft: Draft; letter: Route.ComponentProps["loaderData"]["letter"]; language: string; languageName: string }

function Letter({ draft, letter, language, languageName }: LetterProps) {
  const { t } = useTranslation()
  const isReady = isReasonCode(draft.reasonCode) && isNextStep(draft.nextStep)
  return (
    <div className="preview">
      <p className="eyebrow">{t("desk.refuse.previewTitle", { language: languageName })}</p>
      {isReady ? (
        <div lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
          <p>{letter.opening}</p>
          <p>{letter.reasons[draft.reasonCode]}</p>
          {draft.sentence === "" ? null : (
            <>
              <p>{letter.adds}</p>
              <blockquote dir="auto">{draft.sentence}</blockquote>
            </>
          )}
          <p>{letter.steps[draft.nextStep]}</p>
          <p>{letter.alone}</p>
        </div>
      ) : (
        <p className="quiet">{t("desk.refuse.previewEmpty")}</p>
      )}
    </div>
  )
}
