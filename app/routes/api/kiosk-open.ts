import { tabletOpening } from "#app/domain/kiosk/entry-form.server.ts"
import { openTablet } from "#app/domain/kiosk/open-tablet.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { allow, json, problem, readJson } from "#app/platform/problem.server.ts"
import type { Route } from "./+types/kiosk-open"

export const middleware: Route.MiddlewareFunction[] = [allow("POST")]

/** POST /api/kiosk/open: a tablet is set up with the code and the PIN of a kiosk. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const read = await readJson(ctx.language, request)
  if ("problem" in read) return read.problem
  const typed = tabletOpening.safeParse(read.value)
  if (!typed.success) return problem(ctx.language, { status: 400, code: "kiosk.wrong" })
  const outcome = await openTablet(ctx, typed.data)
  if (outcome.refused === undefined) return json(outcome.done)
  const { code, details } = outcome.refused
  const minutes = Number(details?.["minutes"] ?? 0)
  return problem(ctx.language, {
    status: minutes > 0 ? 429 : 403,
    code,
    details,
    headers: minutes > 0 ? { "retry-after": String(minutes * 60) } : {},
  })
}
