import { admitPartner } from "#app/domain/partners/admit-partner.server.ts"
import { readLead } from "#app/domain/partners/read-lead.server.ts"
import { takeLead } from "#app/domain/partners/take-lead.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { allow, json, pointerTo, problem, programDoor, readJson, scopeProblem } from "#app/platform/problem.server.ts"
import type { Route } from "./+types/leads"

export const middleware: Route.MiddlewareFunction[] = [allow("POST"), programDoor(admitPartner)]

/** POST /api/v1/leads: a candidate whom a partner hands over. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const { language } = ctx
  const idempotencyKey = request.headers.get("idempotency-key")
  if (idempotencyKey !== null && !/^[\x21-\x7e]{1,100}$/.test(idempotencyKey)) {
    return problem(language, {
      status: 400,
      code: "partners.idempotency-key",
      faults: [{ header: "Idempotency-Key", code: "partners.idempotency-key" }],
    })
  }
  const read = await readJson(language, request)
  if ("problem" in read) return read.problem
  const { lead, faults } = readLead(ctx, read.value)
  if (faults !== undefined) return problem(language, { status: 400, code: "partners.fields", faults })
  const outcome = await takeLead(ctx, { lead, idempotencyKey })
  if (outcome.refused) {
    const { code, details, field } = outcome.refused
    if (code === "partners.scope-missing") return scopeProblem(language, outcome.refused)
    if (code === "leads.sending-other") {
      return problem(language, { status: 422, code, faults: [{ header: "Idempotency-Key", code }] })
    }
    const faults = [{ pointer: pointerTo((field ?? "").split("/")), code, ...(details === undefined ? {} : { details }) }]
    return problem(language, { status: 400, code: "partners.fields", faults })
  }
  const { isRepeat, ...answer } = outcome.done
  return json(answer, { status: 201, headers: isRepeat ? { "idempotent-replayed": "true" } : {} })
}
