import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { findMail } from "#app/domain/journal/outbox.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { languageFacts } from "#app/locales/languages.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Facts } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/mail"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("outbox.read"))
  const { t, language } = ctx
  const mail = notFoundUnless(await findMail(ctx, idOf(params.mailId)))
  const headers =
    typeof mail.headers === "object" && mail.headers !== null && !mail.isSecret
      ? Object.entries(mail.headers).flatMap(([name, value]) => (typeof value === "string" ? [`${name}: ${value}`] : []))
      : []
  return {
    id: mail.id,
    kind: mail.kind,
    to: mail.to,
    language: mail.language,
    sender: t(`common.universityShort.${mail.sender}`),
    subject: mail.subject,
    text: mail.text,
    hasPage: mail.html !== null,
    isSecret: mail.isSecret,
    headers,
    state: t(`desk.mailState.${mail.state}`),
    problem: mail.problem,
    made: momentText(mail.createdAt, language),
    leaves:
      mail.sentAt === null
        ? t("desk.outboxPage.leaves", { date: momentText(mail.sendAfter, language) })
        : momentText(mail.sentAt, language),
  }
}

export default function Mail({ loaderData: mail }: Route.ComponentProps) {
  const { t } = useTranslation()
  const title = mail.subject ?? mail.kind
  return (
    <div className="sheet">
      <title>{`${title} · ${t("common.name")}`}</title>
      <p>
        <Link to="/desk/outbox">{t("desk.outboxPage.back")}</Link>
      </p>
      <h1 lang={mail.language}>
        <bdi>{title}</bdi>
      </h1>
      <div className="cols">
        <section className="panel">
          <Facts
            rows={[
              [
                t("desk.outboxPage.to"),
                <bdi key="to" dir="ltr">
                  {mail.to}
                </bdi>,
              ],
              [
                t("desk.outboxPage.kind"),
                <bdi key="kind" className="mono">
                  {mail.kind}
                </bdi>,
              ],
              [t("desk.outboxPage.sender"), mail.sender],
              [t("desk.outboxPage.state"), `${mail.state} · ${mail.leaves}`],
              [t("desk.outboxPage.made"), mail.made],
              [t("desk.outboxPage.problem"), mail.problem],
              [
                t("desk.outboxPage.headers"),
                mail.headers.length === 0 ? null : (
                  <span key="h" className="mono">
                    {mail.headers.join("\n")}
                  </span>
                ),
              ],
            ]}
          />
        </section>
      </div>
      {mail.isSecret ? <p className="note">{t("desk.outboxPage.secret")}</p> : null}
      {mail.text === null && !mail.isSecret ? <p className="note">{t("desk.outboxPage.unwritten")}</p> : null}
      {mail.hasPage ? (
        <>
          <h2>{t("desk.outboxPage.html")}</h2>
          <iframe sandbox="" src={`/desk/outbox/${mail.id}/page`} title={t("desk.outboxPage.html")} className="mail-frame" />
        </>
      ) : null}
      {mail.text === null ? null : (
        <>
          <h2>{t("desk.outboxPage.text")}</h2>
          <pre className="panel words mono" lang={mail.language} dir={languageFacts[mail.language].direction}>
            {mail.text}
          </pre>
        </>
      )}
    </div>
  )
}
