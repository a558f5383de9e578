import { may } from "#app/domain/people/permissions.ts"
import { lookIntoReport } from "#app/domain/trust/look-into-report.server.ts"
import { allowedStaffOf, backWith, idOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/report-look"

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("reports.work"))
  const reportId = idOf(params.reportId)
  return backWith(await lookIntoReport(ctx, { reportId }), `/desk/reports/${reportId}`, "report-taken")
}
