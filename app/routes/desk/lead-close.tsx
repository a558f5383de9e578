import { data, useLocation } from "react-router"
import { closeLead } from "#app/domain/leads/close-lead.server.ts"
import { findLastChange } from "#app/domain/leads/find-last-change.server.ts"
import { findStanding } from "#app/domain/leads/lead-work-queries.server.ts"
import { closeReasons, leadStages, mayLeadMove } from "#app/domain/leads/lead-states.ts"
import { Collision } from "#app/domain/leads/ui/collision.tsx"
import { changeWords } from "#app/domain/leads/ui/work-words.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, safePath, typedOf } from "#app/platform/http.server.ts"
import { refuse } from "#app/platform/outcome.ts"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-close"

export function loader({ params, context }: Route.LoaderArgs) {
  allowedStaffOf(context, may("leads.work"))
  return { leadId: idOf(params.leadId) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const back = safePath(typed["back"]?.[0], `/desk/leads/${leadId}`)
  const from = leadStages.find((stage) => stage === typed["from"]?.[0])
  const reason = closeReasons.find((known) => known === typed["reason"]?.[0])
  if (from === undefined) throw new Response(null, { status: 400 })
  if (reason === undefined) return backWith(refuse("leads.close-reason"), back, "lead-closed")
  const outcome = await closeLead(ctx, { leadId, from, reason })
  if (outcome.refused?.code !== "changed-meanwhile") return backWith(outcome, back, "lead-closed")
  const { stage } = notFoundUnless(await findStanding(ctx, { university, leadId }))
  const last = await findLastChange(ctx, { university, leadId, collided: { what: "stage", now: stage } })
  const collision = {
    ...changeWords(last, ctx.language),
    theirs: ctx.t("deskWork.collision.stage", { stage: ctx.t(`states.lead.${stage}`) }),
    mine: `${ctx.t("states.lead.closed")}: ${ctx.t(`desk.closeReason.${reason}`)}`,
    again: mayLeadMove(stage, "closed") ? { from: stage, reason } : null,
  }
  return data({ collision }, { status: 409 })
}

export default function LeadClose({ loaderData: { leadId }, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { search } = useLocation()
  if (answered === undefined) return null
  return <Collision collision={answered.collision} back={`/desk/leads/${leadId}${withoutNotice(search)}`} />
}
