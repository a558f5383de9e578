import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome } from "#app/platform/outcome.ts"
import type { Owner, Purpose } from "#app/platform/prisma-client/enums.ts"
import { holdPersonBehind } from "./hold-person-behind.server.ts"

/**
 * What a no closes: what lives, and what a merge of two persons has closed, which a separation would open again. Who says no
 * while they are one has said it for both.
 */
export const closedByNo = [{ withdrawnAt: null, expiredAt: null }, { withdrawnHow: "merge" }]

/**
 * Withdraws e-mail consents of a person, whatever address they were given for: at once, and harmless when there is
 * nothing left. The rows stay as proof. The person is whom the id, and the address it came by where there is one, mean at
 * this moment: a no that is said while two are merged is said by the one they are.
 */
export async function withdrawConsents(
  ctx: Ctx,
  {
    personId: known,
    address = null,
    owner,
    purposes = ["news", "events"],
    how,
  }: {
    personId: string
    address?: string | null
    owner: Owner
    purposes?: readonly Purpose[]
    how: "one-click" | "page" | "complaint"
  },
): Promise<Outcome<{ count: number }>> {
  return ctx.transaction(async (tx) => {
    const personId = await holdPersonBehind(tx, known, address)
    const { count } = await tx.db.consent.updateMany({
      where: {
        personId,
        channel: "email",
        purpose: { in: [...purposes] },
        OR: closedByNo,
        ...(owner === "JOINT" ? {} : { university: owner }),
      },
      data: { withdrawnAt: ctx.now(), withdrawnHow: how },
    })
    if (count > 0) await tx.record("consent.withdrawn", { name: "person", id: personId }, { owner, purposes: [...purposes], how })
    return done({ count })
  })
}
