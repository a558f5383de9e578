import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { listMails } from "#app/domain/journal/outbox.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Empty, Key } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/outbox"

const mailStates = ["queued", "sent", "delivered", "bounced", "complained", "held", "failed", "cancelled", "unknown"] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("outbox.read"))
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const state = mailStates.find((known) => known === query.get("state")) ?? null
  const to = (query.get("to") ?? "").trim().slice(0, 200)
  const before = /^[0-9a-f-]{36}$/.test(query.get("before") ?? "") ? query.get("before") : null
  const page = await listMails(ctx, { before, state, to: to === "" ? null : to })
  const own = new URLSearchParams({ ...(state === null ? {} : { state }), ...(to === "" ? {} : { to }) })
  const more = new URLSearchParams(own)
  if (page.next !== null) more.set("before", page.next)
  return {
    state,
    to,
    next: page.next === null ? null : `/desk/outbox?${more.toString()}`,
    first: before === null ? null : `/desk/outbox?${own.toString()}`,
    rows: page.rows.map((mail) => ({
      id: mail.id,
      to: mail.to,
      kind: mail.kind,
      subject: mail.subject ?? "",
      language: mail.language,
      state: t(`desk.mailState.${mail.state}`),
      isBad: mail.state === "failed" || mail.state === "unknown",
      at: momentText(mail.createdAt, language),
      leaves:
        mail.state === "queued"
          ? t("desk.outboxPage.leaves", { date: momentText(mail.sendAfter, language) })
          : mail.sentAt === null
            ? ""
            : momentText(mail.sentAt, language),
    })),
  }
}

export default function Outbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { rows, next, first } = loaderData
  return (
    <div className="sheet">
      <title>{`${t("desk.outboxPage.title")} · ${t("common.name")}`}</title>
      <h1>{t("desk.outboxPage.title")}</h1>
      <p className="lead">{t("desk.outboxPage.lead")}</p>
      <form method="get" className="inline-form">
        <label>
          {t("desk.outboxPage.state")}
          <select name="state" defaultValue={loaderData.state ?? ""} key={loaderData.state}>
            <option value="">{t("desk.outboxPage.all")}</option>
            {mailStates.map((state) => (
              <option key={state} value={state}>
                {t(`desk.mailState.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("desk.outboxPage.search")}
          <input type="text" name="to" dir="ltr" defaultValue={loaderData.to} data-search />
        </label>
        <button type="submit" className="act go">
          {t("desk.filter.apply")}
        </button>
      </form>
      {rows.length === 0 ? (
        <Empty title={t("desk.outboxPage.none")}>{t("desk.outboxPage.noneText")}</Empty>
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                {(["made", "to", "kind", "subject", "state"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`desk.outboxPage.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((mail) => (
                <tr key={mail.id}>
                  <td>
                    <Link to={`/desk/outbox/${mail.id}`} data-row>
                      {mail.at}
                    </Link>
                  </td>
                  <td>
                    <bdi dir="ltr">{mail.to}</bdi>
                  </td>
                  <td>
                    <bdi className="mono">{mail.kind}</bdi> <span className="quiet">{mail.language}</span>
                  </td>
                  <td lang={mail.language}>
                    {mail.subject === "" ? <span className="quiet">{t("desk.outboxPage.unwritten")}</span> : <bdi>{mail.subject}</bdi>}
                  </td>
                  <td>
                    <span className={mail.isBad ? "tag late" : "tag"}>{mail.state}</span> <span className="quiet">{mail.leaves}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="pager" aria-label={t("desk.page.label")}>
        {first === null ? <span /> : <Link to={first}>{t("desk.page.first")}</Link>}
        {next === null ? null : (
          <Link to={next} data-key=".">
            {t("desk.page.next")} <Key>.</Key>
          </Link>
        )}
      </nav>
    </div>
  )
}
