import { ctxOf } from "#app/platform/http.server.ts"
import { problem } from "#app/platform/problem.server.ts"
import type { Route } from "./+types/not-found"

/** What is no address of a program is told so as programs read it. */
export function loader({ context }: Route.LoaderArgs) {
  return problem(ctxOf(context).language, { status: 404, code: "partners.no-address" })
}

export function action({ context }: Route.ActionArgs) {
  return problem(ctxOf(context).language, { status: 404, code: "partners.no-address" })
}
