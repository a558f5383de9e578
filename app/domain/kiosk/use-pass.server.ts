import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"
import { readPass } from "./pass.server.ts"

/**
 * Goes on with a pass, once: gives the address that was typed on the tablet, to sign in with; empty when there was only a
 * phone. Refusals: not-found, kiosk.pass-used.
 */
export async function usePass(ctx: Ctx, { pass }: { pass: string }): Promise<Outcome<{ email: string }>> {
  if (readPass(ctx, pass) === null) return refuse("not-found")
  const codeHash = hashSecret(pass)
  return ctx.transaction(async (tx) => {
    const found = await tx.db.tabletPass.findUnique({ where: { codeHash }, select: { enquiryId: true } })
    if (found === null) return refuse("not-found")
    const { count } = await tx.db.tabletPass.updateMany({ where: { codeHash, usedAt: null }, data: { usedAt: ctx.now() } })
    if (count === 0) return refuse("kiosk.pass-used")
    const enquiry = await tx.db.enquiry.findUnique({ where: { id: found.enquiryId }, select: { email: true } })
    return done({ email: enquiry?.email ?? "" })
  })
}
