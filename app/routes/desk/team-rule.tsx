import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { countriesSorted, elsewhere } from "#app/domain/catalogue/countries.ts"
import { listLeadOwners } from "#app/domain/leads/lead-queries.server.ts"
import { ruleForm } from "#app/domain/leads/rule-form.ts"
import { saveAssignmentRule } from "#app/domain/leads/save-assignment-rule.server.ts"
import { findAssignmentRule } from "#app/domain/leads/team-queries.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { languages } from "#app/locales/languages.ts"
import {
  allowedStaffOf,
  backWith,
  idOf,
  notFoundUnless,
  numberOf,
  readForm,
  replyProblems,
  replyRefusal,
} from "#app/platform/http.server.ts"
import { Choices, PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/team-rule"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.rules"))
  const university = universityOf(ctx.actor)
  const rule = params.ruleId === "new" ? null : notFoundUnless(await findAssignmentRule(ctx, { university, ruleId: idOf(params.ruleId) }))
  return {
    version: rule?.version ?? null,
    languages: rule?.languages ?? [],
    countries: rule?.countries ?? [],
    members: rule?.memberIds ?? [],
    mostOpen: rule?.mostOpen ?? null,
    owners: (await listLeadOwners(ctx, university)).map(({ id, name }) => ({ value: id, label: name })),
    places: [
      ...countriesSorted(ctx.language).map(({ code, name }) => ({ value: code, label: name })),
      { value: elsewhere, label: ctx.t("common.elsewhere") },
    ],
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.rules"))
  const form = await readForm(request, ruleForm)
  if (!form.ok) return replyProblems(form.reply)
  const rule = params.ruleId === "new" ? null : { id: idOf(params.ruleId), version: numberOf(form.typed, "version") }
  const outcome = await saveAssignmentRule(ctx, { rule, ...form.value })
  const { refused } = outcome
  if (refused?.code === "changed-meanwhile") return replyRefusal(form.typed, { code: "leads.saved-meanwhile" })
  if (refused !== undefined && (refused.field !== undefined || refused.details !== undefined)) return replyRefusal(form.typed, refused)
  return backWith(outcome, "/desk/team", "assignment-changed")
}

/** A rule of assignment, new or as it stands. Who saves an older one keeps what they typed and is told. */
export default function TeamRule({ loaderData: rule, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const title = t(rule.version === null ? "deskWork.team.ruleNew" : "deskWork.team.ruleEdit")
  // Whoever was told of another version saves over that one.
  const isTold = actionData?.problems.some(({ code }) => code === "leads.saved-meanwhile") ?? false
  const version = isTold ? String(rule.version) : (actionData?.typed["version"]?.[0] ?? String(rule.version))
  const labels = {
    members: t("deskWork.team.members"),
    languages: t("deskWork.team.languages"),
    countries: t("deskWork.team.countriesLabel"),
    mostOpen: t("deskWork.team.mostLabel"),
  }
  return (
    <div className="sheet">
      <title>{`${title} · ${t("common.name")}`}</title>
      <h1>{title}</h1>
      <p>
        <Link to="/desk/team">{t("deskWork.team.back")}</Link>
      </p>
      <PostForm reply={actionData} labels={labels} className="lone-form">
        {rule.version === null ? null : <input type="hidden" name="version" value={version} />}
        <Choices kind="checkbox" name="members" label={labels.members} options={rule.owners} values={rule.members} />
        <Choices
          kind="checkbox"
          name="languages"
          label={labels.languages}
          help={t("deskWork.team.languagesHelp")}
          options={languages.map((value) => ({ value, label: t(`common.languageName.${value}`) }))}
          values={rule.languages}
        />
        <TextField
          name="mostOpen"
          label={labels.mostOpen}
          help={t("deskWork.team.mostHelp")}
          inputMode="numeric"
          size="short"
          value={rule.mostOpen}
          isOptional
        />
        <div className="many-choices">
          <Choices
            kind="checkbox"
            name="countries"
            label={labels.countries}
            help={t("deskWork.team.countriesHelp")}
            options={rule.places}
            values={rule.countries}
          />
        </div>
        <p>
          <Submit>{t("deskWork.team.save")}</Submit>
        </p>
      </PostForm>
    </div>
  )
}
