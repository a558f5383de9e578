import { useTranslation } from "react-i18next"
import { listCandidateChoices } from "#app/domain/admissions/candidate-choices.server.ts"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { findOpenYear } from "#app/domain/applications/open-year.server.ts"
import { startApplication } from "#app/domain/applications/start-application.server.ts"
import { takeUpApplication } from "#app/domain/applications/take-up-application.server.ts"
import { mayStillUndo, undoUntil } from "#app/domain/applications/undo-window.ts"
import { LifeNote } from "#app/domain/applications/ui/life-note.tsx"
import { ReferenceLine } from "#app/domain/applications/ui/reference-line.tsx"
import { SectionRoute } from "#app/domain/applications/ui/section-route.tsx"
import { StartPage } from "#app/domain/applications/ui/start-page.tsx"
import { StatusCard } from "#app/domain/applications/ui/status-card.tsx"
import { isFeeAsked } from "#app/domain/payments/asked-fee.ts"
import { listCandidatePayments } from "#app/domain/payments/candidate-payments.server.ts"
import { placementSentence } from "#app/domain/placement/placement-sentence.ts"
import { candidateOf, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { dayText, timeText } from "#app/ui/moment.ts"
import type { Route } from "./+types/dashboard"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application === null || application.state === "draft")
    return { language: ctx.language, application, cards: [], openYear: null, putBackUntil: null }
  const of = { applicationId: application.id }
  const choices = await listCandidateChoices(ctx, of)
  const payments = await listCandidatePayments(ctx, of)
  const cards = choices.map((choice) => {
    const own = application.ranking.find(({ id }) => id === choice.id)
    return {
      choice,
      isSample: own?.isSample ?? false,
      why: own === undefined ? null : placementSentence(ctx.t, own, "candidate"),
      fee: payments.find((fee) => fee.choiceId === choice.id && isFeeAsked(choice.state, fee.state)) ?? null,
    }
  })
  const { withdrawnAt, state } = application
  return {
    language: ctx.language,
    application,
    cards: state === "lapsed" ? [] : cards,
    openYear: state === "submitted" ? null : await findOpenYear(ctx, application.admissionYear),
    putBackUntil: withdrawnAt !== null && mayStillUndo(withdrawnAt, application.now) ? undoUntil(withdrawnAt) : null,
  }
}

/** Starting, or taking up a draft that lapsed: one button, no fields. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const takesUp = typed["act"]?.[0] === "take-up"
  const outcome = takesUp ? await takeUpApplication(ctx) : await startApplication(ctx)
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply${takesUp ? "" : "/about"}`)
}

export default function Dashboard({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application, cards, openYear, putBackUntil } = loaderData
  if (application === null) return <StartPage reply={actionData} />
  const { place, submittedAt } = application
  const title = t("apply.titleYear", { year: String(application.admissionYear) })
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <h1>{title}</h1>
      <ReferenceLine reference={application.reference} />
      {application.state === "draft" ? (
        <SectionRoute language={language} application={application} />
      ) : (
        <>
          {application.state === "submitted" ? null : (
            <LifeNote
              language={language}
              state={application.state}
              zone={place.zone}
              putBackUntil={putBackUntil}
              openYear={openYear}
              isOtherYear={openYear !== application.admissionYear}
              reply={actionData}
            />
          )}
          {submittedAt === null ? null : (
            <p className="lead">
              {t("apply.status.lead", {
                day: dayText(language, submittedAt, place.zone),
                time: timeText(language, submittedAt, place.zone),
              })}{" "}
              {application.state === "submitted" ? <a href={`/${language}/apply/submitted`}>{t("apply.status.next")}</a> : null}
            </p>
          )}
          {cards.length === 0 ? null : <h2>{t("apply.status.yourChoices")}</h2>}
          <ul className="intakes">
            {cards.map((card) => (
              <StatusCard key={card.choice.id} language={language} {...card} />
            ))}
          </ul>
        </>
      )}
      <p className="quiet-text no-print">
        <a href={`/${language}/apply/print`}>{t("apply.print")}</a>
        {application.isMinor || application.needsCosign ? (
          <>
            {" · "}
            <a href={`/${language}/apply/guardian`}>{t("apply.guardian.title")}</a>
          </>
        ) : null}
        {application.state === "submitted" ? (
          <>
            {" · "}
            <a href={`/${language}/apply/withdraw`}>{t("apply.whole.link")}</a>
          </>
        ) : null}
        {" · "}
        <a href={`/${language}/apply/sign-out`}>{t("apply.signOut")}</a>
      </p>
    </>
  )
}
