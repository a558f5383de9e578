import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import { refuse, type Refusal } from "#app/platform/outcome.ts"
import type { Campaign } from "#app/platform/prisma-client/client.ts"
import { isWithin, type Permission, roleMay } from "#app/domain/people/permissions.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/** A staff member of a university with this permission for campaigns; null for anybody else. */
export function campaignStaff(ctx: Ctx, permission: Permission): (StaffActor & { university: University }) | null {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !roleMay(actor.role, permission)) return null
  return { ...actor, university: actor.university }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The campaign, when the actor holds the permission and the campaign is their university's or joint.
 * Refusals: not-allowed, not-found (it does not exist, or is the other university's alone).
 */
export async function campaignFor(
  ctx: Ctx,
  campaignId: string,
  permission: Permission,
): Promise<{ campaign: Campaign; actor: StaffActor & { university: University }; refused?: undefined } | { refused: Refusal }> {
  const actor = campaignStaff(ctx, permission)
  if (actor === null) return refuse("not-allowed")
  if (!uuid.test(campaignId)) return refuse("not-found")
  const campaign = await ctx.db.campaign.findUnique({ where: { id: campaignId } })
  if (campaign === null || !isWithin(campaign.owner, actor.university)) return refuse("not-found")
  return { campaign, actor }
}
