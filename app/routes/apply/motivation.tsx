import { useTranslation } from "react-i18next"
import { afterSave } from "#app/domain/applications/after-save.ts"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { motivationForm, motivationMax } from "#app/domain/applications/motivation-form.ts"
import { saveMotivation } from "#app/domain/applications/save-motivation.server.ts"
import { SectionButtons } from "#app/domain/applications/ui/section-buttons.tsx"
import { SectionHead } from "#app/domain/applications/ui/section-head.tsx"
import { candidateOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { codePoints } from "#app/platform/text.ts"
import { PostForm, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/motivation"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application?.state !== "draft") throw redirect(`/${ctx.language}/apply`)
  return { language: ctx.language, application }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const form = await readForm(request, motivationForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await saveMotivation(ctx, form.value)
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(afterSave(ctx.language, "motivation", form.typed["then"]?.[0]))
}

export default function Motivation({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application } = loaderData
  const label = t("apply.motivation.label")
  return (
    <>
      <SectionHead language={language} section="motivation" application={application}>
        {t("apply.motivation.lead")}
      </SectionHead>
      <PostForm reply={actionData} labels={{ motivation: label }}>
        <TextArea
          name="motivation"
          label={label}
          help={t("apply.motivation.help", { max: motivationMax })}
          value={application.motivation}
          rows={16}
        />
        {application.motivation === "" ? null : (
          <p className="quiet-text">{t("apply.motivation.count", { count: codePoints(application.motivation), max: motivationMax })}</p>
        )}
        <SectionButtons />
      </PostForm>
    </>
  )
}
