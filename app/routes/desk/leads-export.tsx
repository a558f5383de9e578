import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { exportColumns, exportFormats, longestReason, usualColumns } from "#app/domain/leads/export-columns.ts"
import { countExport } from "#app/domain/leads/export-leads.server.ts"
import { leadQuery, readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, redirect } from "#app/platform/http.server.ts"
import { Choices, PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/leads-export"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.export"))
  const query = new URL(request.url).searchParams
  const filter = readLeadFilter(query)
  const own = leadQuery(filter)
  const chosen = query.getAll("columns")
  return {
    count: await countExport(ctx, { filter }),
    own: own === "" ? "" : `?${own}`,
    columns: query.has("format") ? chosen : [...usualColumns],
    format: query.get("format") ?? "csv",
    reason: query.get("reason") ?? "",
    no: query.get("no"),
  }
}

/** The button of the list posts here, as it does where a file is the answer. */
export async function action({ request, context }: Route.ActionArgs) {
  allowedStaffOf(context, may("leads.export"))
  return redirect(`/desk/leads/export${new URL(request.url).search}`, 303)
}

/** Which field a "no" is about. */
const fieldOf: Record<string, string> = {
  "leads.export-columns": "columns",
  "leads.export-reason": "reason",
  "field.control-characters": "reason",
}

export default function LeadsExport({ loaderData: { count, own, columns, format, reason, no } }: Route.ComponentProps) {
  const { t } = useTranslation()
  const problem = no === null ? undefined : fieldOf[no]
  const reply =
    no === null || problem === undefined
      ? undefined
      : { typed: { columns, format: [format], reason: [reason] }, problems: [{ field: problem, code: no }] }
  const labels = { columns: t("imports.export.columns"), format: t("imports.export.format"), reason: t("imports.export.reason") }
  return (
    <div className="sheet">
      <title>{`${t("imports.export.title")} · ${t("common.name")}`}</title>
      <Link to={`/desk/leads${own}`}>{t("imports.export.back")}</Link>
      <h1>{t("imports.export.title")}</h1>
      <p className="lead">{t("imports.export.lead", { count })}</p>
      <PostForm reply={reply} labels={labels} action={`/desk/leads/export/file${own}`} className="lone-form">
        <div className="many-choices">
          <Choices
            name="columns"
            kind="checkbox"
            label={labels.columns}
            help={t("imports.export.columnsHelp")}
            values={columns}
            options={exportColumns.map((value) => ({ value, label: t(`desk.csv.${value}`) }))}
          />
        </div>
        <Choices
          name="format"
          kind="radio"
          label={labels.format}
          values={[format]}
          options={exportFormats.map((value) => ({ value, label: t(`imports.export.${value}`) }))}
        />
        <TextField name="reason" label={labels.reason} help={t("imports.export.reasonHelp")} value={reason} maxLength={longestReason} />
        <p>
          <Submit>{t("imports.export.take")}</Submit>
        </p>
      </PostForm>
    </div>
  )
}
