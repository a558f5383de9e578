import { useTranslation } from "react-i18next"
import { afterSave } from "#app/domain/applications/after-save.ts"
import { findOwnApplication, listWishes } from "#app/domain/applications/application-queries.server.ts"
import { fundingForm, fundingNoteMax, fundingPlans } from "#app/domain/applications/funding-form.ts"
import { saveFunding } from "#app/domain/applications/save-funding.server.ts"
import { SectionButtons } from "#app/domain/applications/ui/section-buttons.tsx"
import { SectionHead } from "#app/domain/applications/ui/section-head.tsx"
import { candidateOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { Choices, PostForm, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/funding"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application?.state !== "draft") throw redirect(`/${ctx.language}/apply`)
  const wishes = await listWishes(ctx, application.schemeIds)
  return { language: ctx.language, application, wishes: wishes.filter((wish) => wish.mayBeWished) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const form = await readForm(request, fundingForm)
  if (!form.ok) return replyProblems(form.reply)
  const { plan, scheme, note } = form.value
  const outcome = await saveFunding(ctx, { plan, schemes: scheme, note })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(afterSave(ctx.language, "funding", form.typed["then"]?.[0]))
}

export default function Funding({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application, wishes } = loaderData
  const labels = { plan: t("apply.funding.plan"), scheme: t("apply.funding.schemes"), note: t("apply.funding.note") }
  return (
    <>
      <SectionHead language={language} section="funding" application={application}>
        {t("apply.funding.lead")}
      </SectionHead>
      <PostForm reply={actionData} labels={labels}>
        <Choices
          kind="radio"
          name="plan"
          label={labels.plan}
          values={application.fundingPlan === null ? [] : [application.fundingPlan]}
          options={fundingPlans.map((plan) => ({ value: plan, label: t(`apply.funding.plans.${plan}`) }))}
        />
        {wishes.length === 0 ? (
          <p className="note">{t("apply.funding.noSchemes")}</p>
        ) : (
          <Choices
            kind="checkbox"
            name="scheme"
            label={labels.scheme}
            help={t("apply.funding.schemesHelp")}
            isOptional
            values={wishes.filter((wish) => wish.isWished).map((wish) => wish.slug)}
            options={wishes.map((wish) => ({
              value: wish.slug,
              label: wish.isSample ? `${wish.title} (${t("apply.sample")})` : wish.title,
              help: wish.summary,
            }))}
          />
        )}
        <p className="quiet-text">
          <a href={`/${language}/scholarships`}>{t("apply.funding.schemesLink")}</a>
        </p>
        <TextArea
          name="note"
          label={labels.note}
          help={t("apply.funding.noteHelp", { max: fundingNoteMax })}
          value={application.fundingNote}
          rows={4}
          isOptional
        />
        <SectionButtons />
      </PostForm>
    </>
  )
}
