import { useTranslation } from "react-i18next"
import { isRouteErrorResponse, Outlet, useLocation, useMatches, useParams, useRouteLoaderData } from "react-router"
import { choiceQuery } from "#app/domain/admissions/choice-filter.ts"
import { choiceViews, countChoiceViews } from "#app/domain/admissions/choice-queries.server.ts"
import { countPairs } from "#app/domain/identity/duplicate-queries.server.ts"
import { countWaitingImports } from "#app/domain/imports/import-queries.server.ts"
import { countViews, listViews } from "#app/domain/leads/list-views.server.ts"
import { leadQuery } from "#app/domain/leads/lead-filter.ts"
import { countCap, countLeadViews, findLeadName, leadViews } from "#app/domain/leads/lead-queries.server.ts"
import { type Permission, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { deskDoor, isId, requestPartsContext, staffOf } from "#app/platform/http.server.ts"
import type { loader as rootLoader } from "#app/root.tsx"
import { countText } from "#app/ui/desk-dates.ts"
import { DeskShell, type Scheme } from "#app/ui/desk-shell.tsx"
import { withoutNotice } from "#app/ui/desk-query.ts"
import deskStyles from "#app/ui/desk.css?url"
import { sentence } from "#app/ui/sentence.ts"
import type { Route } from "./+types/layout"

export const handle = { hydrate: true }

export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: deskStyles }]

export const middleware: Route.MiddlewareFunction[] = [deskDoor]

/** What is worked in every day comes first: the head has room for a few, and the others stand in its menu. */
const places = [
  { key: "leads", href: "/desk/leads", permission: "leads.read" },
  { key: "choices", href: "/desk/choices", permission: "choices.read" },
  { key: "events", href: "/desk/events", permission: "events.read" },
  { key: "campaigns", href: "/desk/campaigns", permission: "campaigns.read" },
  { key: "insight", href: "/desk/insight", permission: "insight.read" },
  { key: "team", href: "/desk/team", permission: "leads.read" },
  { key: "catalogue", href: "/desk/catalogue", permission: "catalogue.edit" },
  { key: "rules", href: "/desk/rules", permission: "rules.edit" },
  { key: "reports", href: "/desk/reports", permission: "reports.read" },
  { key: "rates", href: "/desk/rates", permission: "rates.set" },
  { key: "partners", href: "/desk/partners", permission: "partners.manage" },
  { key: "staff", href: "/desk/staff", permission: "staff.manage" },
  { key: "outbox", href: "/desk/outbox", permission: "outbox.read" },
  { key: "journal", href: "/desk/journal", permission: "journal.read" },
] as const satisfies readonly { key: string; href: string; permission: Permission }[]

/** More pairs than these are many: each page of the desk counts them. */
const pairCap = 99

/** What needs doing at once: its number is set in the colour of haste when it is not nought. */
const pressingViews: readonly string[] = ["late", "unseen", "due", "review", "waiver"]

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = staffOf(context)
  const { role, name, personId } = ctx.actor
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const groups = []
  if (roleMay(role, "choices.read")) {
    const counts = await countChoiceViews(ctx, { university: universityOf(ctx.actor), personId })
    const views = choiceViews
      .filter(({ key }) => key !== "waiver" || roleMay(role, "waivers.decide") || counts.waiver > 0)
      .map(({ key, filter }) => {
        const query = choiceQuery(filter)
        return {
          key,
          label: t(`desk.choiceView.${key}`),
          href: `/desk/choices${query === "" ? "" : `?${query}`}`,
          ...pressed(key, counts[key]),
        }
      })
    groups.push({ key: "choices", title: t("desk.place.choices"), views })
  }
  if (roleMay(role, "leads.read")) {
    const counts = await countLeadViews(ctx, { university: universityOf(ctx.actor), personId })
    const views = leadViews.map(({ key, filter }) => {
      const query = leadQuery(filter)
      return { key, label: t(`desk.leadView.${key}`), href: `/desk/leads${query === "" ? "" : `?${query}`}`, ...pressed(key, counts[key]) }
    })
    const pairs = await countPairs(ctx, { university: universityOf(ctx.actor), cap: pairCap })
    const perhaps = {
      key: "duplicates",
      label: t("deskIdentity.view"),
      href: "/desk/duplicates",
      count: countText(pairs, pairCap, language),
    }
    const lists = roleMay(role, "leads.import")
      ? [
          {
            key: "imports",
            label: t("imports.views.imports"),
            href: "/desk/imports",
            ...pressed("imports", await countWaitingImports(ctx)),
          },
        ]
      : []
    groups.push({ key: "leads", title: t("desk.place.leads"), views: [...views, { ...perhaps, isPressing: false }, ...lists] })
    const kept = await listViews(ctx)
    const { log, requestId } = context.get(requestPartsContext)
    const numbers = await countViews(ctx, kept, (error) => log.error({ request: requestId, error }, "view.count-broke"))
    const own = kept.map(({ id, name, query, isOwn, byName }, place) => ({
      key: id,
      label: isOwn ? name : `${name} (${byName})`,
      href: `/desk/leads${query === "" ? "" : `?${query}`}`,
      ...pressed(id, numbers[place] ?? null),
    }))
    if (own.length > 0) groups.push({ key: "kept", title: t("triage.views.own"), views: own })
  }
  function pressed(key: string, count: number | null) {
    if (count === null) return { count: "", isPressing: false }
    return { count: countText(count, countCap, language), isPressing: count > 0 && pressingViews.includes(key) }
  }
  return {
    name,
    role: t(`desk.role.${role}`),
    university: ctx.actor.university === null ? t("desk.alliance") : t(`common.universityShort.${ctx.actor.university}`),
    universityCode: ctx.actor.university ?? "alliance",
    language,
    scheme: schemeOf(request),
    isDemo: ctx.settings.isDemo,
    places: places
      .filter(({ permission }) => roleMay(role, permission))
      .map(({ key, href }) => ({ key, href, label: t(`desk.place.${key}`) })),
    groups,
    maySearch: roleMay(role, "leads.read"),
    words: query.get("q") ?? "",
    of: await nameOf(),
  }

  /** The lead that was just left for the next, when the address says so. */
  async function nameOf() {
    const leadId = query.get("of") ?? ""
    if (!isId(leadId) || !roleMay(role, "leads.read")) return null
    const lead = await findLeadName(ctx, { university: universityOf(ctx.actor), leadId })
    return lead === null ? null : { id: leadId, name: lead.name, state: t(`states.lead.${lead.stage}`) }
  }
}

/** Counts are fresh after every step, also after one that somebody else was quicker with. */
export function shouldRevalidate() {
  return true
}

function schemeOf(request: Request): Scheme {
  const found = /(?:^|;\s*)rihla-scheme=(light|dark)(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1]
  return found === "light" || found === "dark" ? found : "auto"
}

export default function DeskLayout({ loaderData }: Route.ComponentProps) {
  return (
    <DeskShell {...loaderData} notice={useNotice(loaderData.of)}>
      <Outlet />
    </DeskShell>
  )
}

/** What the address says was done or refused, and how to undo it from here. */
function useNotice(of: { id: string; name: string; state: string } | null) {
  const { t, i18n } = useTranslation()
  const { search } = useLocation()
  const { leadId, staffId } = useParams()
  const matches = useMatches()
  const query = new URLSearchParams(search)
  const no = query.get("no")
  if (no !== null) return i18n.exists(`refusals.${no}`) ? { text: sentence(t, no), isRefusal: true, undo: null, undoTo: null } : null
  const did = query.get("did")
  if (did === null || !i18n.exists(`desk.did.${did}`)) return null
  const read: (key: never, values: { name: string; state: string }) => string = t
  const about = of?.id ?? leadId
  const undo = {
    "lead-moved": `/desk/leads/${about}/undo`,
    "lead-assigned": `/desk/leads/${about}/undo`,
    "lead-snoozed": `/desk/leads/${about}/undo`,
    "lead-woken": `/desk/leads/${about}/undo`,
    "lead-contacted": `/desk/leads/${about}/undo`,
    "lead-begun": `/desk/leads/${about}/undo`,
    "lead-closed": `/desk/leads/${about}/reopen`,
    "pair-dismissed": `/desk/duplicates/${query.get("pair") ?? ""}/reopen`,
    "staff-ended": `/desk/staff/${query.get("staff") ?? staffId ?? ""}/reactivate`,
  }
  return {
    text: read(`desk.did.${did}` as never, of ?? subjectOf(matches.at(-1)?.loaderData)),
    isRefusal: false,
    undo: did in undo ? undo[did as keyof typeof undo] : null,
    // What is undone is opened again.
    undoTo: of === null || !did.startsWith("lead-") ? null : `/desk/leads/${of.id}${withoutNotice(search)}`,
  }
}

/** Whom the open page is about, for the sentence in the foot. */
function subjectOf(loaderData: unknown): { name: string; state: string } {
  const subject: unknown = typeof loaderData === "object" && loaderData !== null ? Reflect.get(loaderData, "subject") : null
  const read = (key: string) => (typeof subject === "object" && subject !== null ? String(Reflect.get(subject, key) ?? "") : "")
  return { name: read("name"), state: read("state") }
}

export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  const { t } = useTranslation()
  const root = useRouteLoaderData<typeof rootLoader>("root")
  const status = isRouteErrorResponse(error) ? error.status : 500
  const kind = status === 404 ? "missing" : status === 403 ? "forbidden" : status < 500 ? "unread" : "broken"
  const page = (
    <div className="lone">
      <title>{`${t(`desk.error.${kind}Title`)} · ${t("common.name")}`}</title>
      <h1>{t(`desk.error.${kind}Title`)}</h1>
      <p className="quiet">{t(`desk.error.${kind}Text`, { request: root?.requestId ?? "" })}</p>
      <p className="acts">
        <a className="act go" href="/desk">
          {t("desk.home.title")}
        </a>
      </p>
    </div>
  )
  if (loaderData === undefined) return page
  return (
    <DeskShell {...loaderData} notice={null}>
      {page}
    </DeskShell>
  )
}
