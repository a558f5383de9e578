import { admitTablet } from "#app/domain/kiosk/admit-tablet.server.ts"
import { kioskEntries, kioskEntry } from "#app/domain/kiosk/entry-form.server.ts"
import { takeKioskEntry } from "#app/domain/kiosk/take-kiosk-entry.server.ts"
import { ctxOf, requestPartsContext } from "#app/platform/http.server.ts"
import { refuse } from "#app/platform/outcome.ts"
import { allow, json, problem, programDoor, readJson } from "#app/platform/problem.server.ts"
import { sentence } from "#app/ui/sentence.ts"
import type { Route } from "./+types/kiosk-entries"

export const middleware: Route.MiddlewareFunction[] = [allow("POST"), programDoor(admitTablet)]

/**
 * POST /api/kiosk/entries: what was filled in on a tablet. Each entry is answered by itself, and stays taken. One that breaks is
 * left unanswered, and waits on the tablet.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const read = await readJson(ctx.language, request)
  if ("problem" in read) return read.problem
  const sent = kioskEntries.safeParse(read.value)
  if (!sent.success) return problem(ctx.language, { status: 400, code: "partners.fields" })
  const results = []
  for (const { id, ...rest } of sent.data.entries) {
    const entry = kioskEntry.safeParse({ id, ...rest })
    try {
      const { refused } = entry.success ? await takeKioskEntry(ctx, entry.data) : refuse("kiosk.entry-unread")
      results.push(
        refused === undefined
          ? { id, isTaken: true }
          : { id, isTaken: false, field: refused.field ?? "", why: sentence(ctx.t, refused.code, refused.details) },
      )
    } catch (error) {
      const { log, requestId } = context.get(requestPartsContext)
      log.error({ request: requestId, error }, "kiosk.entry-broke")
    }
  }
  return json({ results })
}
