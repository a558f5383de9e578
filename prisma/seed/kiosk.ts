import { makeKiosk } from "#app/domain/kiosk/make-kiosk.server.ts"
import { listKioskEvents } from "#app/domain/kiosk/kiosk-queries.server.ts"
import { openTablet } from "#app/domain/kiosk/open-tablet.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { must } from "./applications.ts"

/** A kiosk for a fair with a tablet that was set up. Whoever tries the demonstration makes one of their own: a PIN is shown once. */
export async function seedKiosk({ outreach, program }: { outreach: Ctx; program: Ctx }): Promise<void> {
  const [event] = await listKioskEvents(outreach, { university: "UM6P" })
  if (event === undefined) throw new Error("The demonstration has no event for a kiosk")
  const kiosk = must(await makeKiosk(outreach, { eventId: event.id }), "kiosk")
  must(await openTablet(program, kiosk), "tablet")
}
