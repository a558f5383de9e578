import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findOwnApplication, listWishes } from "#app/domain/applications/application-queries.server.ts"
import { submitApplication } from "#app/domain/applications/submit-application.server.ts"
import { ApplicationText } from "#app/domain/applications/ui/application-text.tsx"
import { MissingWords } from "#app/domain/applications/ui/missing-words.tsx"
import { candidateOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { boxField } from "#app/platform/fields.ts"
import { Box, PostForm, Submit } from "#app/ui/form.tsx"
import type { Route } from "./+types/review"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application?.state !== "draft") throw redirect(`/${ctx.language}/apply`)
  return { language: ctx.language, application, wishes: await listWishes(ctx, application.schemeIds) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const form = await readForm(request, z.object({ declares: boxField() }))
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await submitApplication(ctx, form.value)
  return outcome.refused ? replyRefusal(form.typed, outcome.refused) : redirect(`/${ctx.language}/apply/submitted`)
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application } = loaderData
  const title = t("apply.section.review")
  const lacking = application.parts.filter(({ missing }) => missing.length > 0)
  const waitsFor = application.isMinor && application.guardian?.consentedAt === null ? application.guardian : null
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <p className="crumb">
        <a href={`/${language}/apply`}>{t("apply.toList")}</a> · {t("apply.step", { step: 6, of: 6 })}
      </p>
      <h1>{title}</h1>
      <p className="lead">{t("apply.review.lead")}</p>
      <ApplicationText language={language} application={application} wishes={loaderData.wishes} mayChange />
      {lacking.length > 0 ? (
        <section className="note warn">
          <h2>{t("apply.review.notYet")}</h2>
          <p>{t("apply.review.notYetText")}</p>
          <ul>
            {lacking.map(({ section, missing }) => (
              <li key={section}>
                <a href={`/${language}/apply/${section}`}>{t(`apply.section.${section}`)}</a>. <MissingWords missing={missing} />
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <section>
          <h2>{t("apply.review.declareTitle")}</h2>
          {waitsFor === null ? null : (
            <p className="note warn">
              {t("apply.review.guardianWaits", { name: waitsFor.name })}{" "}
              <a href={`/${language}/apply/guardian`}>{t("apply.review.guardianLink")}</a>
            </p>
          )}
          <PostForm reply={actionData} labels={{ declares: t("apply.review.declareTitle") }}>
            <blockquote className="note">{t("apply.review.declaration")}</blockquote>
            <Box name="declares" label={t("apply.review.declare")} />
            <p className="quiet-text">{t("apply.deadline.counts")}</p>
            <p className="acts thumb">
              <Submit>{t("apply.review.send")}</Submit>
            </p>
          </PostForm>
        </section>
      )}
    </>
  )
}
