import { useState } from "react"
import { useTranslation } from "react-i18next"
import { data, Link } from "react-router"
import { beginImport } from "#app/domain/imports/begin-import.server.ts"
import { largestFile } from "#app/domain/imports/import-limits.ts"
import { listPartners } from "#app/domain/imports/import-queries.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, redirect, replyRefusal } from "#app/platform/http.server.ts"
import { readUpload } from "#app/platform/upload.server.ts"
import { FileField, PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/import-new"

const maxMb = largestFile / 1024 / 1024

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  return { partners: await listPartners(ctx, { university: universityOf(ctx.actor) }) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const upload = await readUpload(request, largestFile)
  if (upload === "too-large")
    return data({ typed: {}, problems: [{ field: "file", code: "imports.file-too-large", details: { max: maxMb } }] }, { status: 413 })
  const outcome = await beginImport(ctx, { file: upload.file, partner: upload.fields["partner"]?.[0] ?? "" })
  if (outcome.refused) return replyRefusal(upload.fields, outcome.refused)
  return redirect(`/desk/imports/${outcome.done.importId}?did=import-begun`, 303)
}

export default function ImportNew({ loaderData: { partners }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const [isTooLarge, setTooLarge] = useState(false)
  const labels = { partner: t("imports.begin.partner"), file: t("imports.begin.file") }
  return (
    <div className="sheet">
      <title>{`${t("imports.begin.title")} · ${t("common.name")}`}</title>
      <Link to="/desk/imports">{t("imports.toList")}</Link>
      <h1>{t("imports.begin.title")}</h1>
      <PostForm reply={actionData} labels={labels} className="lone-form" isUpload>
        <TextField name="partner" label={labels.partner} help={t("imports.begin.partnerHelp")} maxLength={120} suggestions={partners} />
        <FileField
          name="file"
          label={labels.file}
          help={t("imports.begin.fileHelp", { max: maxMb })}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChoose={(file) => setTooLarge(file !== null && file.size > largestFile)}
        />
        {/* Sending it would take minutes, only to be refused. */}
        <p role="alert" className="wrong-why">
          {isTooLarge ? t("imports.begin.tooLarge", { max: maxMb }) : null}
        </p>
        <p>
          <Submit isDisabled={isTooLarge}>{t("imports.begin.send")}</Submit>
        </p>
      </PostForm>
    </div>
  )
}
