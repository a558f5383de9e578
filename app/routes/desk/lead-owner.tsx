import { data, useLocation } from "react-router"
import { useTranslation } from "react-i18next"
import { assignLead } from "#app/domain/leads/assign-lead.server.ts"
import { listLeadOwners } from "#app/domain/leads/lead-queries.server.ts"
import { findLastChange } from "#app/domain/leads/find-last-change.server.ts"
import { findStanding } from "#app/domain/leads/lead-work-queries.server.ts"
import { Collision } from "#app/domain/leads/ui/collision.tsx"
import { changeWords } from "#app/domain/leads/ui/work-words.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, safePath, typedOf } from "#app/platform/http.server.ts"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-owner"

export function loader({ params, context }: Route.LoaderArgs) {
  allowedStaffOf(context, may("leads.work"))
  return { leadId: idOf(params.leadId) }
}

/** `seen` is the owner whom the officer saw, empty for nobody; a form without it takes the lead from whoever has it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const chosen = typed["owner"]?.[0] ?? ""
  const seen = typed["seen"]?.[0]
  const ownerId = chosen === "" ? null : idOf(chosen)
  const outcome = await assignLead(ctx, {
    leadId,
    ownerId,
    ...(seen === undefined ? {} : { from: seen === "" ? null : idOf(seen) }),
  })
  if (outcome.refused?.code !== "changed-meanwhile")
    return backWith(outcome, safePath(typed["back"]?.[0], `/desk/leads/${leadId}`), "lead-assigned")
  const stands = notFoundUnless(await findStanding(ctx, { university, leadId }))
  const last = await findLastChange(ctx, { university, leadId, collided: { what: "owner", now: stands.ownerId } })
  const owners = await listLeadOwners(ctx, university)
  const words = (name: string | undefined) => ctx.t("deskWork.collision.owner", { name: name ?? ctx.t("deskWork.collision.nobody") })
  const collision = {
    ...changeWords(last, ctx.language),
    theirs: words(stands.owner === null ? undefined : `${stands.owner.givenName} ${stands.owner.familyName}`.trim()),
    mine: words(owners.find(({ id }) => id === ownerId)?.name),
    again: { owner: chosen, seen: stands.ownerId ?? "" },
  }
  return data({ collision }, { status: 409 })
}

export default function LeadOwner({ loaderData: { leadId }, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { search } = useLocation()
  const { t } = useTranslation()
  if (answered === undefined) return <p className="quiet">{t("desk.leads.owner")}</p>
  return <Collision collision={answered.collision} back={`/desk/leads/${leadId}${withoutNotice(search)}`} />
}
