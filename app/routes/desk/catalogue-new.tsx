import { useTranslation } from "react-i18next"
import { readSurroundings } from "#app/domain/editing/form-surroundings.server.ts"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { readContentForm } from "#app/domain/editing/read-content-form.ts"
import { deskPathsOf, thingAt } from "#app/domain/editing/thing-address.ts"
import { saveDraft } from "#app/domain/editing/save-draft.server.ts"
import { ThingForm } from "#app/domain/editing/ui/thing-form.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, notFoundUnless, redirect, replyProblems, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/catalogue-new"

export async function loader({ params, context }: Route.LoaderArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("edit", named.kind)))
  const kind = notFoundUnless(named.kind)
  const university = universityOf(ctx.actor)
  return { kind, university, language: ctx.language, surroundings: await readSurroundings(ctx, { kind, university, thing: null }) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("edit", named.kind)))
  const kind = notFoundUnless(named.kind)
  const typed = await typedOf(request)
  const form = readContentForm(kind, typed, { isNew: true })
  if (!form.ok) return replyProblems({ typed, problems: form.problems })
  const outcome = await saveDraft(ctx, { ...form.value, id: null })
  if (outcome.refused) return replyRefusal(typed, outcome.refused)
  return redirect(`${deskPathsOf(kind, outcome.done.id).form}?did=catalogue-saved`, 303)
}

export default function CatalogueNew({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { kind } = loaderData
  return (
    <div className="sheet">
      <title>{`${t(`editing.new.${kind}`)} · ${t("common.name")}`}</title>
      <h1>{t(`editing.new.${kind}`)}</h1>
      <p className="lead">{t("editing.lead")}</p>
      <ThingForm {...loaderData} reply={actionData} thing={null} />
    </div>
  )
}
