import { useTranslation } from "react-i18next"
import { Outlet, useFetcher, useNavigation, useParams, useRevalidator } from "react-router"
import { useEffect, useRef } from "react"
import { leadQuery, readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { leadNeeds } from "#app/domain/leads/lead-need.ts"
import { countCap, countLeads, leadViews, listLeads } from "#app/domain/leads/lead-queries.server.ts"
import { filterChoices, filterTexts, filterWords } from "#app/domain/leads/ui/lead-filters.ts"
import { listViews } from "#app/domain/leads/list-views.server.ts"
import { leadLine, type LeadRows } from "#app/domain/leads/ui/lead-line.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, redirect } from "#app/platform/http.server.ts"
import { countText } from "#app/ui/desk-dates.ts"
import { useTicks } from "#app/ui/desk-ticks.ts"
import { TickBar } from "#app/ui/desk-tick-bar.tsx"
import { useHeldRows } from "#app/ui/desk-held.ts"
import { DeskList } from "#app/ui/desk-list.tsx"
import { useDeskLive } from "#app/ui/desk-live.ts"
import { LiveLine } from "#app/ui/desk-live-line.tsx"
import { ViewForm } from "#app/ui/desk-view-form.tsx"
import { Empty } from "#app/ui/desk-parts.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/leads"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const asOf = ctx.now().getTime()
  const query = new URL(request.url).searchParams
  const filter = readLeadFilter(query)
  const after = query.get("after")
  const scope = { university, personId: ctx.actor.personId, filter }
  const page = await listLeads(ctx, { ...scope, after })
  const own = leadQuery(filter)
  // The page of the list one is on stays while a lead is opened beside it.
  const keep = new URLSearchParams(own)
  if (after !== null && page.rows.length > 0) keep.set("after", after)
  const to = (path: string, rest: URLSearchParams | string) => (rest.toString() === "" ? path : `${path}?${rest.toString()}`)
  const [firstRow] = page.rows
  if (query.get("open") === "first" && firstRow !== undefined && !("leadId" in params)) {
    for (const name of ["did", "of"]) if (query.has(name)) keep.set(name, query.get(name) ?? "")
    throw redirect(to(`/desk/leads/${firstRow.id}`, keep))
  }
  // A list of one page is its own count.
  const count = after === null && page.next === null ? page.rows.length : await countLeads(ctx, scope)
  const kept = (await listViews(ctx)).find((one) => one.query === own)
  const view = leadViews.find((one) => leadQuery(one.filter) === own)
  const words = filterWords(filter, t, language)
  return {
    title: view !== undefined ? t(`desk.leadView.${view.key}`) : (kept?.name ?? t("desk.place.leads")),
    kept: kept === undefined ? null : { id: kept.id, name: kept.name, isShared: kept.isShared, isOwn: kept.isOwn, byName: kept.byName },
    mayKeep: view === undefined,
    count: countText(count, countCap, language),
    items: page.rows.map((row) => leadLine(row, { t, language, now: ctx.now(), href: to(`/desk/leads/${row.id}`, keep) })),
    groups: Object.fromEntries(leadNeeds.map((need) => [need, t(`triage.need.${need}`)])),
    chips: words.map(({ key, label }) => {
      const { [key]: _, ...rest } = filter
      return { label, without: to("/desk/leads", leadQuery(rest)) }
    }),
    filters: filterChoices(filter, t, language),
    texts: filterTexts(filter, t),
    words: filter.words ?? "",
    next: page.next === null ? null : to("/desk/leads", `${own === "" ? "" : `${own}&`}after=${page.next}`),
    first: after === null ? null : to("/desk/leads", own),
    exportTo: roleMay(ctx.actor.role, "leads.export") && page.rows.length > 0 ? to("/desk/leads/export", own) : null,
    mayWork: roleMay(ctx.actor.role, "leads.work"),
    own,
    asOf,
    listKey: keep.toString(),
  }
}

export function shouldRevalidate() {
  return true
}

export default function Leads({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { leadId = null } = useParams()
  const { items, own, listKey, mayWork, kept, mayKeep, ...list } = loaderData
  const held = useHeldRows(listKey, items, { openId: leadId, isTop: list.first === null })
  const ticks = useTicks(
    listKey,
    held.rows.map(({ id }) => id),
  )
  const { revalidate } = useRevalidator()
  const { location: onWay } = useNavigation()
  const rows = useFetcher<LeadRows>()
  const patched = useRef<unknown>(null)
  const live = useDeskLive(leadId, {
    since: loaderData.asOf,
    onLeads(ids) {
      if (ids === null) return void revalidate()
      void rows.load(`/desk/leads/rows?${own === "" ? "" : `${own}&`}ids=${ids.join(",")}`)
      // Of the open one the pane tells more than its row. Whoever is on the way to another is shown that one as it then is.
      const isLeft = onWay !== undefined && !onWay.pathname.startsWith(`/desk/leads/${leadId}`)
      if (leadId !== null && ids.includes(leadId) && !isLeft) void revalidate()
    },
  })
  useEffect(() => {
    if (rows.data === undefined || patched.current === rows.data) return
    patched.current = rows.data
    held.patch(rows.data.rows)
  }, [rows.data, held])
  // After a verb the next one is open and the button that was pressed is gone: the focus goes to its row.
  useEffect(() => {
    if (leadId === null || (document.activeElement !== null && document.activeElement !== document.body)) return
    const row = document.querySelector<HTMLElement>('[data-row][aria-current="true"]')
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: "nearest" })
  }, [leadId])
  const place = held.rows.findIndex(({ id }) => id === leadId)
  const nextRow = place === -1 ? undefined : held.rows.slice(place + 1).find(({ isGone }) => !isGone)
  const ahead = nextRow?.href ?? `/desk/leads?${own === "" ? "" : `${own}&`}open=first`
  return (
    <div className={leadId === null ? "split" : "split has-detail"}>
      <title>{`${loaderData.title} · ${t("common.name")}`}</title>
      <DeskList
        {...list}
        items={held.rows}
        path="/desk/leads"
        selectedId={leadId}
        above={
          <>
            {mayKeep ? <ViewForm query={own} view={kept} /> : null}
            <LiveLine
              isOff={live.isOff}
              arrived={held.arrived.length}
              show={() => {
                held.renew()
                void revalidate()
              }}
            />
          </>
        }
        ticks={
          mayWork
            ? {
                formId: "tick-bar",
                ticked: ticks.ticked,
                tick: ticks.tick,
                bar: (
                  <TickBar
                    formId="tick-bar"
                    action="/desk/leads/bulk"
                    query={own}
                    count={ticks.ticked.size}
                    all={list.next === null && list.first === null ? null : list.count}
                    clear={ticks.clear}
                  />
                ),
              }
            : undefined
        }
        empty={
          <Empty title={t(own === "" ? "desk.leads.none" : "desk.leads.noneHere")}>
            {t(own === "" ? "desk.leads.noneText" : "desk.leads.noneHereText")}
          </Empty>
        }
      />
      <div className="pane">
        <p className={live.names.length === 0 ? "here sr" : "here"} role="status">
          {live.names.length === 0 ? "" : t("triage.live.here", { count: live.names.length, names: listed(t, live.names) })}
        </p>
        {/* Where a verb on the open lead leads: on to the next row, or to the list as it then is. */}
        <Outlet context={{ onward: place === -1 ? null : `${ahead}${ahead.includes("?") ? "&" : "?"}of=${leadId}` }} />
      </div>
    </div>
  )
}
