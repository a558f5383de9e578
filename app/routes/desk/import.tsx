import { useTranslation } from "react-i18next"
import { data, Link } from "react-router"
import { findDeskImport, firstFaults, keptPeople } from "#app/domain/imports/import-queries.server.ts"
import { mapColumns } from "#app/domain/imports/map-columns.server.ts"
import { readMappingForm } from "#app/domain/imports/mapping-form.ts"
import { BusyPanel } from "#app/domain/imports/ui/busy-panel.tsx"
import { FaultsPanel } from "#app/domain/imports/ui/faults-panel.tsx"
import { importView } from "#app/domain/imports/ui/import-view.ts"
import { ImportTag } from "#app/domain/imports/ui/import-tag.tsx"
import { MappingPanel } from "#app/domain/imports/ui/mapping-panel.tsx"
import { ResultPanel } from "#app/domain/imports/ui/result-panel.tsx"
import { UndoPanel } from "#app/domain/imports/ui/undo-panel.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, notFoundUnless, redirect, replyProblems, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { Panel } from "#app/ui/desk-parts.tsx"
import { sentence } from "#app/ui/sentence.ts"
import type { Route } from "./+types/import"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const scope = { university: universityOf(ctx.actor), importId: idOf(params.importId) }
  const list = notFoundUnless(await findDeskImport(ctx, scope))
  const isRead = list.state === "checked" || list.state === "done"
  return importView(ctx, {
    list,
    faults: isRead ? await firstFaults(ctx, list) : [],
    kept: list.state === "undone" && list.kept > 0 ? await keptPeople(ctx, list) : [],
  })
}

/** Says what the columns hold. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const importId = idOf(params.importId)
  notFoundUnless(await findDeskImport(ctx, { university: universityOf(ctx.actor), importId }))
  const typed = await typedOf(request)
  const form = readMappingForm(typed, ctx.now())
  if (form.refused) return replyProblems({ typed, problems: [{ field: form.refused.field ?? "", code: form.refused.code }] })
  const outcome = await mapColumns(ctx, { ...form.done, importId })
  if (outcome.refused?.code === "not-found") return data(null, { status: 404 })
  if (outcome.refused) return replyRefusal(typed, outcome.refused)
  return redirect(`/desk/imports/${importId}?did=${outcome.done.isChecking ? "import-mapped" : "import-reread"}`, 303)
}

export function shouldRevalidate() {
  return true
}

export default function Import({ loaderData: list, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${list.partner} · ${t("common.name")}`}</title>
      <Link to="/desk/imports">{t("imports.toList")}</Link>
      <div className="who">
        <h1>
          <bdi>{list.partner}</bdi>
        </h1>
        <ImportTag state={list.state} />
      </div>
      <ul className="about">
        <li>
          <bdi dir="ltr">{list.fileName}</bdi>
        </li>
        <li>{t("imports.size", { size: list.size })}</li>
        <li>
          <bdi>{list.by}</bdi>
        </li>
        <li>{list.when}</li>
      </ul>
      {list.sameFile === null ? null : (
        <p className="note">
          {t("imports.check.sameFile", { when: list.sameFile.when })}{" "}
          <Link to={`/desk/imports/${list.sameFile.id}`}>{t("imports.check.sameFileOpen")}</Link>
        </p>
      )}
      {list.problem === null ? null : (
        <Panel title={t(list.state === "failed" ? "imports.problem" : "imports.refusedBecause")} tone="clay">
          <p>{sentence(t, list.problem.code, list.problem.details)}</p>
        </Panel>
      )}
      {list.busy === null ? null : <BusyPanel id={list.id} {...list.busy} />}
      {list.result === null ? null : <ResultPanel id={list.id} {...list.result} />}
      {list.undo === null ? null : <UndoPanel id={list.id} {...list.undo} />}
      {list.faults.length === 0 ? null : <FaultsPanel id={list.id} faults={list.faults} />}
      {list.mapping === null ? null : <MappingPanel id={list.id} reply={actionData ?? undefined} {...list.mapping} />}
    </div>
  )
}
