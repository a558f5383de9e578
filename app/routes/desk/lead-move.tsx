import { data, useLocation } from "react-router"
import { findLastChange } from "#app/domain/leads/find-last-change.server.ts"
import { findStanding } from "#app/domain/leads/lead-work-queries.server.ts"
import { handStages, leadStages, mayLeadMove } from "#app/domain/leads/lead-states.ts"
import { moveLead } from "#app/domain/leads/move-lead.server.ts"
import { Collision } from "#app/domain/leads/ui/collision.tsx"
import { changeWords } from "#app/domain/leads/ui/work-words.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, safePath, typedOf } from "#app/platform/http.server.ts"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-move"

export function loader({ params, context }: Route.LoaderArgs) {
  allowedStaffOf(context, may("leads.work"))
  return { leadId: idOf(params.leadId) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const from = leadStages.find((stage) => stage === typed["from"]?.[0])
  const to = handStages.find((stage) => stage === typed["to"]?.[0])
  if (from === undefined || to === undefined) throw new Response(null, { status: 400 })
  const outcome = await moveLead(ctx, { leadId, from, to })
  if (outcome.refused?.code !== "changed-meanwhile")
    return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "lead-moved")
  const { stage } = notFoundUnless(await findStanding(ctx, { university, leadId }))
  const last = await findLastChange(ctx, { university, leadId, collided: { what: "stage", now: stage } })
  const collision = {
    ...changeWords(last, ctx.language),
    theirs: ctx.t("deskWork.collision.stage", { stage: ctx.t(`states.lead.${stage}`) }),
    mine: ctx.t("deskWork.collision.stage", { stage: ctx.t(`states.lead.${to}`) }),
    again: mayLeadMove(stage, to) ? { from: stage, to } : null,
  }
  return data({ collision }, { status: 409 })
}

export default function LeadMove({ loaderData: { leadId }, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { search } = useLocation()
  if (answered === undefined) return null
  return <Collision collision={answered.collision} back={`/desk/leads/${leadId}${withoutNotice(search)}`} />
}
