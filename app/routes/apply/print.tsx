import { useTranslation } from "react-i18next"
import { findOwnApplication, listWishes } from "#app/domain/applications/application-queries.server.ts"
import { ApplicationText } from "#app/domain/applications/ui/application-text.tsx"
import { candidateOf, redirect } from "#app/platform/http.server.ts"
import { dayText, timeText } from "#app/ui/moment.ts"
import type { Route } from "./+types/print"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application === null) throw redirect(`/${ctx.language}/apply`)
  return { language: ctx.language, application, wishes: await listWishes(ctx, application.schemeIds) }
}

export default function Print({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application, wishes } = loaderData
  const { now, place, submittedAt } = application
  const title = t("apply.printPage.title", { reference: application.reference })
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <p className="crumb no-print">
        <a href={`/${language}/apply`}>{t("apply.toList")}</a>
      </p>
      <h1>{title}</h1>
      <p className="quiet-text">
        {/* "Sent on 25 November" says that it is sent. */}
        {submittedAt !== null && application.state === "submitted" ? null : t(`states.application.candidate.${application.state}`)}
        {submittedAt === null ? null : (
          <>
            {application.state === "submitted" ? "" : " · "}
            {t("apply.status.lead", { day: dayText(language, submittedAt, place.zone), time: timeText(language, submittedAt, place.zone) })}
          </>
        )}
        {" · "}
        {t("apply.printPage.printed", { day: dayText(language, now, place.zone), time: timeText(language, now, place.zone) })}
      </p>
      <p className="note no-print">{t("apply.printPage.lead")}</p>
      <ApplicationText language={language} application={application} wishes={wishes} />
    </>
  )
}
