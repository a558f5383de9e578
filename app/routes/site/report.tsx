import { useTranslation } from "react-i18next"
import { makeReport } from "#app/domain/trust/make-report.server.ts"
import { reportChannels } from "#app/domain/trust/report-choices.ts"
import { reportForm } from "#app/domain/trust/report-form.server.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { Box, PostForm, SelectField, TextArea, TextField } from "#app/ui/form.tsx"
import { PublicFormEnd } from "#app/ui/public-form-end.tsx"
import type { Route } from "./+types/report"

export function loader({ context }: Route.LoaderArgs) {
  return { language: ctxOf(context).language }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const form = await readForm(request, reportForm)
  if (!form.ok) return replyProblems(form.reply)
  const { isTrapped, ...report } = form.value
  const thanks = `/${ctx.language}/check/report/thanks`
  // A program that fills in everything is thanked like anybody and learns nothing.
  if (isTrapped) return redirect(thanks, 303)
  const outcome = await makeReport(ctx, report)
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(outcome.done.isAnswered ? `${thanks}?by=mail` : thanks, 303)
}

export default function Report({ loaderData: { language }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = {
    channel: t("trust.report.channel"),
    message: t("trust.report.message"),
    sender: t("trust.report.sender"),
    money: t("trust.report.money"),
    about: t("trust.report.about"),
    email: t("trust.report.email"),
  }
  return (
    <div className="page">
      <title>{`${t("trust.report.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("trust.report.description")} />
      <p className="crumb">
        <a href={`/${language}/check`}>{t("trust.title")}</a>
      </p>
      <h1>{t("trust.report.title")}</h1>
      <p className="lead">{t("trust.report.lead")}</p>
      <PostForm reply={actionData} labels={labels}>
        <SelectField
          name="channel"
          label={labels.channel}
          options={reportChannels.map((value) => ({ value, label: t(`trust.report.channels.${value}`) }))}
        />
        <TextArea name="message" label={labels.message} help={t("trust.report.messageHelp")} />
        <TextField name="sender" label={labels.sender} help={t("trust.report.senderHelp")} isOptional />
        <Box name="money" label={labels.money} />
        <SelectField
          name="about"
          label={labels.about}
          options={(["AUI", "UM6P"] as const).map((value) => ({ value, label: t(`common.university.${value}`) }))}
          emptyLabel={t("trust.report.aboutBoth")}
        />
        <TextField
          name="email"
          type="email"
          label={labels.email}
          help={t("trust.report.emailHelp")}
          autoComplete="email"
          dir="ltr"
          isOptional
        />
        <PublicFormEnd
          language={language}
          trap={t("trust.report.trap")}
          privacy={t("trust.report.privacy")}
          send={t("trust.report.send")}
        />
      </PostForm>
    </div>
  )
}
