import { admitPartner } from "#app/domain/partners/admit-partner.server.ts"
import { listProgrammesForPartner, readProgrammesQuery } from "#app/domain/partners/list-programmes-for-partner.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { allow, problem, programDoor, scopeProblem, tagged } from "#app/platform/problem.server.ts"
import type { Route } from "./+types/programmes"

export const middleware: Route.MiddlewareFunction[] = [allow("GET", "HEAD"), programDoor(admitPartner)]

/** GET /api/v1/programmes: the catalogue, page by page. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const read = readProgrammesQuery(new URL(request.url).searchParams)
  if (read.faults !== undefined) return problem(ctx.language, { status: 400, code: "partners.query", faults: read.faults })
  const outcome = await listProgrammesForPartner(ctx, read.query)
  if (outcome.refused) {
    if (outcome.refused.code === "partners.scope-missing") return scopeProblem(ctx.language, outcome.refused)
    const faults = [{ parameter: outcome.refused.field ?? "", code: outcome.refused.code }]
    return problem(ctx.language, { status: 400, code: "partners.query", faults })
  }
  const { answer, tag } = outcome.done
  return tagged(request, answer, tag, {
    "cache-control": "private, no-cache",
    vary: "accept-language, authorization",
    "content-language": answer.language,
  })
}
