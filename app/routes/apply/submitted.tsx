import { useTranslation } from "react-i18next"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { askFrom, lastClosing } from "#app/domain/applications/what-next.ts"
import { ReferenceLine } from "#app/domain/applications/ui/reference-line.tsx"
import { listCandidatePayments } from "#app/domain/payments/candidate-payments.server.ts"
import { candidateOf, redirect } from "#app/platform/http.server.ts"
import { Khatim } from "#app/ui/khatim.tsx"
import { dayText, timeText } from "#app/ui/moment.ts"
import type { Route } from "./+types/submitted"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application === null || application.submittedAt === null) throw redirect(`/${ctx.language}/apply`)
  const payments = await listCandidatePayments(ctx, { applicationId: application.id })
  return {
    language: ctx.language,
    application,
    submittedAt: application.submittedAt,
    due: application.ranking.filter(({ id }) => payments.some((payment) => payment.choiceId === id && payment.state === "due")),
  }
}

export default function Submitted({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application, submittedAt, due } = loaderData
  const { zone } = application.place
  const closings = application.ranking.map((choice) => choice.closesAt)
  const title = t("apply.submitted.title")
  const stations = [
    { key: "now", className: "", text: t("apply.submitted.nowText") },
    {
      key: "reading",
      className: "next",
      text: t("apply.submitted.readingText", { day: dayText(language, lastClosing(closings, submittedAt), zone) }),
    },
    { key: "documents", className: "ahead", text: t("apply.submitted.documentsText") },
    {
      key: "answer",
      className: "ahead",
      text: t("apply.submitted.answerText", { day: dayText(language, askFrom(closings, submittedAt), zone) }),
    },
  ] as const
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <h1>{title}</h1>
      <p className="lead">
        {t("apply.submitted.lead", { day: dayText(language, submittedAt, zone), time: timeText(language, submittedAt, zone) })}
      </p>
      <ReferenceLine reference={application.reference} isLarge />
      <p>{t("apply.submitted.note")}</p>
      {due.length === 0 ? null : (
        <section className="note">
          <h2>{t("apply.submitted.fee")}</h2>
          <p>{t("apply.submitted.feeText")}</p>
          <ul>
            {due.map((choice) => (
              <li key={choice.id}>
                <a href={`/${language}/apply/fee/${choice.id}`}>{choice.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{t("apply.submitted.nextTitle")}</h2>
      <ol className="route">
        {stations.map(({ key, className, text }) => (
          <li key={key} className={className}>
            <Khatim size={26} />
            <h3>{t(`apply.submitted.${key}`)}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <p className="acts">
        <a className="btn" href={`/${language}/apply`}>
          {t("apply.submitted.toList")}
        </a>
        <a className="btn quiet" href={`/${language}/apply/print`}>
          {t("apply.print")}
        </a>
      </p>
      <p className="quiet-text">
        <a href={`/${language}/enquire`}>{t("apply.submitted.askUs")}</a>
      </p>
    </>
  )
}
