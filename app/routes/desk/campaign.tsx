import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { data, useRevalidator } from "react-router"
import { messageForm } from "#app/domain/campaigns/campaign-form.ts"
import { findCampaign, type Report } from "#app/domain/campaigns/campaign-queries.server.ts"
import { segmentLevels, segmentStages } from "#app/domain/campaigns/segment.ts"
import { AudiencePanel } from "#app/domain/campaigns/ui/audience-panel.tsx"
import { Letters } from "#app/domain/campaigns/ui/letters.tsx"
import { ReportPanel, type ReportCount } from "#app/domain/campaigns/ui/report-panel.tsx"
import { SegmentPanel } from "#app/domain/campaigns/ui/segment-panel.tsx"
import { SendPanel } from "#app/domain/campaigns/ui/send-panel.tsx"
import { writeMessage } from "#app/domain/campaigns/write-message.server.ts"
import { countriesSorted, elsewhere } from "#app/domain/catalogue/countries.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { type Language, languages } from "#app/locales/languages.ts"
import { allowedStaffOf, idOf, notFoundUnless, problemsOf, redirect, typedOf } from "#app/platform/http.server.ts"
import { momentText, numberText } from "#app/ui/desk-dates.ts"
import type { Route } from "./+types/campaign"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.read"))
  const { t, language } = ctx
  const { role } = ctx.actor
  const found = notFoundUnless(await findCampaign(ctx, idOf(params.campaignId)))
  const university = universityOf(ctx.actor)
  const text = (count: number) => numberText(count, language)
  const sum = (rows: readonly { count: number }[]) => rows.reduce((all, row) => all + row.count, 0)
  const leftOut = found.audience?.leftOut ?? found.report?.leftOut ?? []
  const did = new URL(request.url).searchParams.get("did")
  return {
    id: found.id,
    name: found.name,
    owner: found.owner,
    purpose: found.purpose,
    state: found.state,
    pausedReason: found.pausedReason,
    approvedBy: found.approvedBy,
    edition: found.edition,
    since: found.startedAt === null ? null : momentText(found.finishedAt ?? found.startedAt, language),
    // A word about the way is only true while it lasts.
    did:
      did !== null &&
      !(/^(?:send|resume)$/.test(did) && found.state !== "sending") &&
      /^(?:created|segment|message|test|approve|send|pause|resume|cancel)$/.test(did)
        ? (did as "created")
        : null,
    mayBuild: found.isEditable && roleMay(role, "campaigns.build"),
    mayTest: roleMay(role, "campaigns.build"),
    maySend: roleMay(role, "campaigns.send"),
    approvesFor:
      found.owner === "JOINT" && !found.isWrittenHere && roleMay(role, "campaigns.approve")
        ? t(`common.universityShort.${university}`)
        : null,
    segment: found.segment,
    countries: [
      ...countriesSorted(language).map(({ code, name }) => ({ value: code, label: name })),
      { value: elsewhere, label: t("common.elsewhere") },
    ],
    letters: Object.fromEntries(
      languages.map((one) => {
        const message = found.messages[one]
        const needed = found.audience?.byLanguage[one] ?? 0
        return [
          one,
          message === null
            ? { subject: null, needed }
            : { subject: message.subject, body: message.body, needed, version: String(message.updatedAt.getTime()) },
        ]
      }),
    ) as Record<Language, { subject: null; needed: number } | { subject: string; body: string; needed: number; version: string }>,
    audience:
      found.audience === null
        ? null
        : {
            total: found.audience.total,
            missing: found.audience.missing,
            byLanguage: languages.flatMap((one) => {
              const count = found.audience?.byLanguage[one] ?? 0
              return count === 0 ? [] : [{ name: t(`common.languageName.${one}`), count: text(count) }]
            }),
          },
    leftOut: leftOut.map(({ reason, count }) => ({ reason, count: text(count) })),
    leftOutTotal: sum(leftOut),
    report: found.report === null ? null : reportOf(found.report, text, (done, all) => t("campaigns.report.progress", { done, all })),
  }
}

function reportOf({ counts, all }: Report, text: (count: number) => string, progress: (done: string, all: string) => string) {
  const of = (...states: (keyof typeof counts)[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const rows: [ReportCount["key"], number][] = [
    ["waiting", of("queued", "claimed")],
    ["left", of("sent", "delivered", "bounced", "complained")],
    ["delivered", of("delivered")],
    ["bounced", of("bounced")],
    ["complained", of("complained")],
    ["failed", of("failed")],
    ["unknown", of("unknown")],
  ]
  const isExceptional = (key: ReportCount["key"]) => key === "failed" || key === "unknown"
  const done = all - of("queued", "claimed")
  return {
    done,
    all,
    progress: progress(text(done), text(all)),
    counts: rows.flatMap(([key, count]) => (count === 0 && isExceptional(key) ? [] : [{ key, count, text: text(count) }])),
  }
}

/** Writes the message of one language; its two fields carry the language in their names. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.build"))
  const campaignId = idOf(params.campaignId)
  const typed = await typedOf(request)
  const language = typed["language"]?.[0] ?? ""
  const parsed = messageForm.safeParse({
    language: typed["language"],
    subject: typed[`subject-${language}`],
    body: typed[`body-${language}`],
  })
  const named = (field: string | undefined) => (field === undefined || field === "" ? "" : `${field}-${language}`)
  if (!parsed.success) {
    const problems = problemsOf(parsed.error).map((problem) => ({ ...problem, field: named(problem.field) }))
    return data({ typed, problems, language }, { status: 400 })
  }
  const { refused } = await writeMessage(ctx, { ...parsed.data, campaignId })
  if (refused?.code === "not-found") throw new Response(null, { status: 404 })
  if (refused !== undefined) return data({ typed, problems: [{ ...refused, field: named(refused.field) }], language }, { status: 400 })
  return redirect(`/desk/campaigns/${campaignId}?did=message#letters`, 303)
}

const refreshMs = 2_000

export default function Campaign({ loaderData: campaign, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const isUnderWay = campaign.state === "sending"
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isUnderWay) return
    const looking = setInterval(() => void revalidate(), refreshMs)
    return () => clearInterval(looking)
  }, [isUnderWay, revalidate])
  const ticks = [
    { name: "countries" as const, options: campaign.countries },
    { name: "languages" as const, options: languages.map((value) => ({ value, label: t(`common.languageName.${value}`) })) },
    { name: "levels" as const, options: segmentLevels.map((value) => ({ value, label: t(`common.level.${value}`) })) },
    { name: "stages" as const, options: segmentStages.map((value) => ({ value, label: t(`states.lead.${value}`) })) },
  ]
  return (
    <div className="sheet campaign">
      <title>{`${campaign.name} · ${t("campaigns.title")} · ${t("common.name")}`}</title>
      <div className="who">
        <h1>
          <bdi>{campaign.name}</bdi>
        </h1>
        <span className={isUnderWay ? "tag amber" : campaign.state === "paused" ? "tag late" : "tag"} data-state={campaign.state}>
          {t(`states.campaign.${campaign.state}`)}
        </span>
      </div>
      <ul className="about">
        <li>{t(`common.university.${campaign.owner}`)}</li>
        {campaign.purpose === "share" ? null : <li>{t(`campaigns.purpose.${campaign.purpose}`)}</li>}
        {campaign.since === null ? null : <li>{campaign.since}</li>}
      </ul>
      {campaign.did === null || actionData !== undefined ? null : (
        <p className="note" role="status">
          {t(`campaigns.done.${campaign.did}`)}
        </p>
      )}
      <div className="cols">
        {campaign.report === null ? null : (
          <ReportPanel {...campaign.report} leftOut={campaign.leftOut} leftOutTotal={campaign.leftOutTotal} isUnderWay={isUnderWay} />
        )}
        <SegmentPanel
          key={JSON.stringify(campaign.segment)}
          campaignId={campaign.id}
          segment={campaign.segment}
          ticks={ticks}
          mayBuild={campaign.mayBuild}
        />
        {campaign.audience === null ? null : (
          <AudiencePanel {...campaign.audience} leftOut={campaign.leftOut} leftOutTotal={campaign.leftOutTotal} />
        )}
        <SendPanel
          campaignId={campaign.id}
          state={campaign.state}
          isJoint={campaign.owner === "JOINT"}
          total={campaign.audience?.total ?? 0}
          missing={campaign.audience?.missing ?? []}
          approvedBy={campaign.approvedBy}
          edition={campaign.edition}
          approvesFor={campaign.approvesFor}
          maySend={campaign.maySend}
          pausedReason={campaign.pausedReason}
        />
      </div>
      <Letters
        campaignId={campaign.id}
        letters={campaign.letters}
        reply={actionData}
        mayWrite={campaign.mayBuild}
        mayTest={campaign.mayTest}
      />
    </div>
  )
}
