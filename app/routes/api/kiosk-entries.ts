import { admitTablet } from "#app/domain/kiosk/admit-tablet.server.ts"
import { kioskEntries } from "#app/domain/kiosk/entry-form.server.ts"
import { takeKioskEntry } from "#app/domain/kiosk/take-kiosk-entry.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { allow, json, problem, programDoor, readJson } from "#app/platform/problem.server.ts"
import { sentence } from "#app/ui/sentence.ts"
import type { Route } from "./+types/kiosk-entries"

export const middleware: Route.MiddlewareFunction[] = [allow("POST"), programDoor(admitTablet)]

/** POST /api/kiosk/entries: what was filled in on a tablet. Each entry is answered by itself, and stays taken. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const read = await readJson(ctx.language, request)
  if ("problem" in read) return read.problem
  const sent = kioskEntries.safeParse(read.value)
  if (!sent.success) return problem(ctx.language, { status: 400, code: "partners.fields" })
  const results = []
  for (const entry of sent.data.entries) {
    const { refused } = await takeKioskEntry(ctx, entry)
    results.push(
      refused === undefined
        ? { id: entry.id, isTaken: true }
        : { id: entry.id, isTaken: false, field: refused.field ?? "", why: sentence(ctx.t, refused.code, refused.details) },
    )
  }
  return json({ results })
}
