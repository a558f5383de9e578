import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readTimeline } from "#app/domain/journal/timeline.server.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { closeReport } from "#app/domain/trust/close-report.server.ts"
import { reportVerdicts } from "#app/domain/trust/report-choices.ts"
import { closeReportForm } from "#app/domain/trust/report-form.server.ts"
import { findReport } from "#app/domain/trust/report-queries.server.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Facts, Panel, Timeline, VerbButton } from "#app/ui/desk-parts.tsx"
import { Choices, PostForm, Submit, TextArea } from "#app/ui/form.tsx"
import type { Route } from "./+types/report"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("reports.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const report = notFoundUnless(await findReport(ctx, { university, reportId: idOf(params.reportId) }))
  const moments = await readTimeline(ctx, {
    university,
    things: [{ name: "report", id: report.id }],
    types: ["report.made", "report.looked-into", "report.closed"],
  })
  return {
    id: report.id,
    title: t("desk.reportsPage.one", { date: momentText(report.createdAt, language) }),
    channel: t(`trust.report.channels.${report.channel}`),
    about: t(`common.universityShort.${report.about}`),
    language: t(`common.languageName.${report.language}`),
    state: t(`desk.reportState.${report.state}`),
    isNew: report.state === "new",
    isOpen: report.state !== "closed" && roleMay(ctx.actor.role, "reports.work"),
    verdict: report.verdict === null ? null : t(`desk.reportsPage.verdicts.${report.verdict}`),
    words: report.words,
    sender: report.sender,
    message: report.message,
    askedMoney: report.askedMoney,
    email: report.emailTyped,
    timeline: moments.map((moment) => ({
      id: moment.id,
      text: eventSentence(t, moment),
      by: moment.by.kind === "staff" ? moment.by.name : "",
      at: momentText(moment.at, language),
    })),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("reports.work"))
  const reportId = idOf(params.reportId)
  notFoundUnless(await findReport(ctx, { university: universityOf(ctx.actor), reportId }))
  const form = await readForm(request, closeReportForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await closeReport(ctx, { reportId, ...form.value })
  if (outcome.refused?.code === "changed-meanwhile") return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/reports/${reportId}`, "report-closed")
}

export default function Report({ loaderData: report, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { verdict: t("desk.reportsPage.verdict"), words: t("desk.reportsPage.words") }
  const here = `/desk/reports/${report.id}`
  return (
    <div className="sheet">
      <title>{`${report.title} · ${t("common.name")}`}</title>
      <p>
        <Link to="/desk/reports">{t("desk.reportsPage.back")}</Link>
      </p>
      <h1>{report.title}</h1>
      <div className="cols">
        <Panel title={t("desk.reportsPage.says")} isWide>
          <p className="quiet">{t("desk.reportsPage.warn")}</p>
          <p className="words" dir="auto">
            {report.message}
          </p>
          {report.askedMoney ? (
            <p>
              <span className="tag late">{t("desk.reportsPage.money")}</span>
            </p>
          ) : null}
        </Panel>
        <section className="panel">
          <Facts
            rows={[
              [t("desk.reportsPage.state"), report.state],
              [t("desk.reportsPage.how"), report.channel],
              [t("desk.reportsPage.from"), report.sender === "" ? t("desk.reportsPage.unsaid") : <bdi key="from">{report.sender}</bdi>],
              [t("desk.reportsPage.about"), report.about],
              [t("desk.reportsPage.language"), report.language],
              [
                t("desk.reportsPage.answer"),
                report.email === null ? (
                  t("desk.reportsPage.answerNone")
                ) : (
                  <bdi key="to" dir="ltr">
                    {report.email}
                  </bdi>
                ),
              ],
              [t("desk.reportsPage.verdict"), report.verdict],
              [
                t("desk.reportsPage.words"),
                report.words === "" ? null : (
                  <bdi key="words" className="words">
                    {report.words}
                  </bdi>
                ),
              ],
            ]}
          />
          {report.isNew && report.isOpen ? (
            <VerbButton action={`${here}/look`} back={here} look="go">
              {t("desk.reportsPage.look")}
            </VerbButton>
          ) : null}
        </section>
      </div>
      {report.isOpen ? (
        <>
          <h2>{t("desk.reportsPage.close")}</h2>
          <p className="quiet">{t("desk.reportsPage.closeHelp")}</p>
          <PostForm reply={actionData} labels={labels} className="lone-form">
            <Choices
              kind="radio"
              name="verdict"
              label={labels.verdict}
              options={reportVerdicts.map((value) => ({ value, label: t(`desk.reportsPage.verdicts.${value}`) }))}
            />
            <TextArea name="words" label={labels.words} rows={4} />
            <p>
              <Submit>{t("desk.reportsPage.close")}</Submit>
            </p>
          </PostForm>
        </>
      ) : null}
      <Timeline entries={report.timeline} />
    </div>
  )
}
