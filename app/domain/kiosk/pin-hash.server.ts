import type { Ctx } from "#app/platform/ctx.server.ts"
import { keyedHash } from "#app/platform/token.server.ts"

/** What is kept of a PIN: bound to its kiosk, and useless without the installation's key. */
export function pinHash(ctx: Pick<Ctx, "settings">, { id, pin }: { id: string; pin: string }): string {
  return keyedHash(ctx.settings.secret, "kiosk pin", `${id}\n${pin}`)
}
