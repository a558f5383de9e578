import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { choiceQuery } from "#app/domain/admissions/choice-filter.ts"
import { choiceViews, countChoiceViews, listChoices } from "#app/domain/admissions/choice-queries.server.ts"
import { countIntakes } from "#app/domain/admissions/intake-counts.server.ts"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { countEventTasks } from "#app/domain/events/desk-event-queries.server.ts"
import { countMailStates } from "#app/domain/journal/outbox.server.ts"
import { leadQuery } from "#app/domain/leads/lead-filter.ts"
import { listMentions } from "#app/domain/leads/lead-work-queries.server.ts"
import { MentionList } from "#app/domain/leads/ui/mention-list.tsx"
import { countFunnel } from "#app/domain/leads/lead-funnel.server.ts"
import { countCap, countLeadViews, leadViews, listLeads } from "#app/domain/leads/lead-queries.server.ts"
import { leadStages } from "#app/domain/leads/lead-states.ts"
import { roleMay } from "#app/domain/people/permissions.ts"
import { listStaff } from "#app/domain/people/staff-queries.server.ts"
import { countNewReports } from "#app/domain/trust/report-queries.server.ts"
import { staffOf } from "#app/platform/http.server.ts"
import { countText, dayText, momentText, numberText, shortText } from "#app/ui/desk-dates.ts"
import type { Route } from "./+types/home"

type Card = { key: string; href: string; label: string; count: string; isPressing: boolean }

const leadTasks: readonly string[] = ["unseen", "mine", "unowned", "new"]
const choiceTasks: readonly string[] = ["review", "decide", "waiver", "leaving", "mine"]

/** What needs doing for one's role; whoever has nothing to do by hand sees the numbers of their university. */
export async function loader({ context }: Route.LoaderArgs) {
  const ctx = staffOf(context)
  const { t, language, actor } = ctx
  const { role, university, personId } = actor
  const cards: Card[] = []
  const newest: { id: string; href: string; name: string; about: string; at: string }[] = []
  if (university !== null && roleMay(role, "choices.read")) {
    const counts = await countChoiceViews(ctx, { university, personId })
    for (const { key, filter } of choiceViews) {
      if (!choiceTasks.includes(key) || (key === "waiver" && !roleMay(role, "waivers.decide"))) continue
      cards.push({
        key: `c-${key}`,
        href: `/desk/choices?${choiceQuery(filter)}`,
        label: t("desk.home.task", { place: t("desk.place.choices"), task: t(`desk.choiceView.${key}`) }),
        count: countText(counts[key], countCap, language),
        isPressing: counts[key] > 0 && key !== "mine",
      })
    }
    const page = await listChoices(ctx, { university, personId, filter: { need: "review" }, size: 6 })
    newest.push(
      ...page.rows.map((row) => ({
        id: row.id,
        href: `/desk/choices/${row.id}?need=review`,
        name: row.name,
        about: row.programme,
        at: shortText(row.movedAt, ctx.now(), language),
      })),
    )
  }
  if (university !== null && roleMay(role, "leads.read")) {
    const counts = await countLeadViews(ctx, { university, personId })
    for (const { key, filter } of leadViews) {
      if (!leadTasks.includes(key)) continue
      cards.push({
        key: `l-${key}`,
        href: `/desk/leads?${leadQuery(filter)}`,
        label: t("desk.home.task", { place: t("desk.place.leads"), task: t(`desk.leadView.${key}`) }),
        count: countText(counts[key], countCap, language),
        isPressing: counts[key] > 0 && (key === "unseen" || key === "late"),
      })
    }
    const page = await listLeads(ctx, { university, personId, filter: {}, size: 6 })
    newest.push(
      ...page.rows.map((row) => ({
        id: row.id,
        href: `/desk/leads/${row.id}`,
        name: row.name,
        about:
          row.country === null
            ? t("desk.place.leads")
            : `${t("desk.place.leads")} · ${countryName(row.country, language) ?? t("common.elsewhere")}`,
        at: shortText(row.activeAt, ctx.now(), language),
      })),
    )
  }
  if (university !== null && roleMay(role, "reports.read")) {
    const count = await countNewReports(ctx, university)
    cards.push({
      key: "reports",
      href: "/desk/reports?state=new",
      label: t("desk.home.reports"),
      count: numberText(count, language),
      isPressing: count > 0,
    })
  }
  if (university !== null && roleMay(role, "events.read")) {
    const tasks = await countEventTasks(ctx, university)
    for (const key of ["today", "attendance"] as const) {
      cards.push({
        key: `e-${key}`,
        href: key === "today" ? "/desk/events" : "/desk/events?view=attendance",
        label: t("desk.home.task", { place: t("desk.place.events"), task: t(`deskEvents.task.${key}`) }),
        count: numberText(tasks[key], language),
        isPressing: key === "attendance" && tasks.attendance > 0,
      })
    }
  }
  if (university !== null && roleMay(role, "campaigns.build"))
    cards.push({
      key: "campaigns",
      href: "/desk/campaigns",
      label: t("desk.home.campaigns"),
      count: t("desk.place.campaigns"),
      isPressing: false,
    })
  if (university !== null && roleMay(role, "insight.read") && !roleMay(role, "leads.read")) {
    const funnel = await countFunnel(ctx, university)
    for (const stage of leadStages) {
      const count = funnel.filter((cell) => cell.stage === stage).reduce((sum, cell) => sum + cell.count, 0)
      cards.push({
        key: stage,
        href: "/desk/insight",
        label: t(`states.lead.${stage}`),
        count: numberText(count, language),
        isPressing: false,
      })
    }
  }
  if (roleMay(role, "outbox.read")) {
    const mails = await countMailStates(ctx)
    for (const state of ["queued", "held", "sent", "failed", "unknown"] as const) {
      cards.push({
        key: state,
        href: `/desk/outbox?state=${state}`,
        label: t("desk.home.task", { place: t("desk.home.mails"), task: t(`desk.mailState.${state}`) }),
        count: numberText(mails[state] ?? 0, language),
        isPressing: (mails[state] ?? 0) > 0 && (state === "failed" || state === "unknown"),
      })
    }
    const staff = (await listStaff(ctx)).filter(({ isActive }) => isActive).length
    cards.push({
      key: "staff",
      href: "/desk/staff",
      label: t("desk.home.activeStaff", { count: staff }),
      count: numberText(staff, language),
      isPressing: false,
    })
  }
  const mentions = university !== null && roleMay(role, "leads.read") ? await listMentions(ctx, { university, personId }) : []
  const intakes = await countIntakes(ctx, university)
  return {
    name: actor.name,
    isReviewer: role === "reviewer",
    cards,
    newest: newest.slice(0, 8),
    mentions: mentions.map((one) => ({ ...one, at: shortText(one.at, ctx.now(), language) })),
    intakesTitle: t(university === null ? "desk.home.intakesAll" : "desk.home.intakes"),
    intakes: intakes.map((intake) => ({
      id: intake.id,
      title: intake.title,
      owner: t(`common.universityShort.${intake.owner}`),
      starts: dayText(intake.startsOn, language, "UTC"),
      closes: momentText(intake.closesAt, language),
      seats: numberText(intake.seats, language),
      received: numberText(intake.received, language),
      isSample: intake.isSample,
    })),
  }
}

export default function DeskHome({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { cards, newest, intakes } = loaderData
  return (
    <div className="sheet">
      <title>{`${t("desk.home.title")} · ${t("common.name")}`}</title>
      <h1>
        {t("desk.home.hello")} <bdi>{loaderData.name}</bdi>
      </h1>
      {loaderData.isReviewer ? <p className="lead">{t("desk.home.reviewer")}</p> : null}
      {cards.length === 0 ? null : (
        <>
          <h2>{t("desk.home.todo")}</h2>
          <ul className="cards">
            {cards.map((card, index) => (
              <li key={card.key}>
                <Link
                  to={card.href}
                  className={card.isPressing ? "pressing" : undefined}
                  data-key={index < 9 ? String(index + 1) : undefined}
                >
                  <b>{card.count}</b>
                  <span>{card.label}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <MentionList mentions={loaderData.mentions} />
      {newest.length === 0 ? null : (
        <>
          <h2>{t("desk.home.newest")}</h2>
          <ol className="rows wrap">
            {newest.map((row) => (
              <li key={row.id}>
                <Link to={row.href} className="row" data-row>
                  <i className="dot" />
                  <b>
                    <bdi>{row.name}</bdi>
                  </b>
                  <span className="aside">{row.at}</span>
                  <small>{row.about}</small>
                </Link>
              </li>
            ))}
          </ol>
        </>
      )}
      <h2>{loaderData.intakesTitle}</h2>
      {intakes.length === 0 ? (
        <p className="quiet">{t("desk.home.noIntakes")}</p>
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                <th>{t("desk.home.programme")}</th>
                <th>{t("desk.home.starts")}</th>
                <th>{t("desk.home.closes")}</th>
                <th className="num">{t("desk.home.seats")}</th>
                <th className="num">{t("desk.home.received")}</th>
              </tr>
            </thead>
            <tbody>
              {intakes.map((intake) => (
                <tr key={intake.id}>
                  <th scope="row">
                    {intake.title} <span className="quiet">{intake.owner}</span>{" "}
                    {intake.isSample ? <span className="tag amber">{t("desk.home.sample")}</span> : null}
                  </th>
                  <td>{intake.starts}</td>
                  <td>{intake.closes}</td>
                  <td className="num">{intake.seats}</td>
                  <td className="num">{intake.received}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
