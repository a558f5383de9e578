import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { readAct, readBatchAct } from "#app/domain/leads/batch-form.ts"
import { countBatch, findLeadBatch, hasTooMany, leadsOfDraft, mostInBatch, previewBatch } from "#app/domain/leads/batch-queries.server.ts"
import { listLeadOwners } from "#app/domain/leads/lead-queries.server.ts"
import { listAwaited } from "#app/domain/leads/lead-work-queries.server.ts"
import { startLeadBatch } from "#app/domain/leads/start-lead-batch.server.ts"
import { BatchForm } from "#app/domain/leads/ui/batch-form.tsx"
import { BatchPreview } from "#app/domain/leads/ui/batch-preview.tsx"
import { BatchResult } from "#app/domain/leads/ui/batch-result.tsx"
import { awaitedWords } from "#app/domain/leads/ui/work-words.ts"
import { batchUndoHours } from "#app/domain/leads/undo-lead-batch.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, notFoundUnless, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { sentence } from "#app/ui/sentence.ts"
import type { Route } from "./+types/leads-bulk"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const { t, language } = ctx
  const batch = notFoundUnless(await findLeadBatch(ctx, idOf(params.batchId)))
  const back = `/desk/leads${batch.query === "" ? "" : `?${batch.query}`}`
  if (batch.state !== "draft") {
    const counts = await countBatch(ctx, batch.id)
    const undoUntil = batch.endedAt === null ? null : new Date(batch.endedAt.getTime() + batchUndoHours * 3_600_000)
    const mayUndo = batch.state === "done" && batch.byId === ctx.actor.personId && undoUntil !== null && undoUntil > ctx.now()
    const act = readAct(batch.act)
    return {
      back,
      id: batch.id,
      total: batch.total,
      result: {
        state: batch.state,
        verb: act === null ? "" : t(`triage.bulk.verb.${act.verb}`),
        reason: batch.reason,
        counts,
        undoUntil: mayUndo ? momentText(undoUntil, language) : null,
      },
      draft: null,
    }
  }
  const query = new URL(request.url).searchParams
  const read = readBatchAct(query, ctx.now())
  const ids = await leadsOfDraft(ctx, batch)
  return {
    back,
    id: batch.id,
    total: hasTooMany(batch) ? mostInBatch : ids.length,
    result: null,
    draft: {
      isTooMany: hasTooMany(batch),
      said: Object.fromEntries(query),
      problem: read !== null && "problem" in read ? read.problem : null,
      owners: await listLeadOwners(ctx, universityOf(ctx.actor)),
      awaited: (await listAwaited(ctx, universityOf(ctx.actor), { isOpen: true })).map((event) => ({
        value: event.id,
        label: awaitedWords(ctx, event),
      })),
      preview: read !== null && "act" in read ? await previewOf(read.act) : null,
    },
  }

  async function previewOf(act: Parameters<typeof previewBatch>[3]) {
    const { first, ...preview } = await previewBatch(ctx, batch, ids, act)
    return {
      ...preview,
      verb: t(`triage.bulk.verb.${act.verb}`),
      first: first.map(({ id, name, stage }) => ({ id, name, state: t(`states.lead.${stage}` as "states.lead.new") })),
    }
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const batchId = idOf(params.batchId)
  notFoundUnless(await findLeadBatch(ctx, batchId))
  const typed = await typedOf(request)
  const said = new URLSearchParams(Object.entries(typed).map(([name, [value = ""]]) => [name, value]))
  const read = readBatchAct(said, ctx.now())
  if (read === null || "problem" in read) throw new Response(null, { status: 400 })
  const outcome = await startLeadBatch(ctx, { batchId, act: read.act, reason: typed["reason"]?.[0] ?? "" })
  if (outcome.refused?.code === "not-found") throw new Response(null, { status: 404 })
  if (outcome.refused) return replyRefusal(typed, outcome.refused)
  return redirect(`/desk/leads/bulk/${batchId}`, 303)
}

export default function LeadsBulk({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { id, total, back, draft, result } = loaderData
  const title = draft?.isTooMany === true ? t("triage.bulk.titleMany", { count: total }) : t("triage.bulk.title", { count: total })
  return (
    <div className="sheet">
      <title>{`${title} · ${t("common.name")}`}</title>
      <p>
        <Link to={back}>{t("triage.bulk.back")}</Link>
      </p>
      <h1>{title}</h1>
      {draft?.isTooMany === true ? <p className="wrong-why">{sentence(t, "leads.batch-too-many", { max: total })}</p> : null}
      {draft === null || draft.isTooMany ? null : (
        <>
          <BatchForm said={draft.said} owners={draft.owners} awaited={draft.awaited} problem={draft.problem} />
          {draft.preview === null ? null : <BatchPreview {...draft.preview} said={draft.said} reply={actionData} />}
        </>
      )}
      {result === null ? null : <BatchResult {...result} total={total} address={`/desk/leads/bulk/${id}`} />}
    </div>
  )
}
