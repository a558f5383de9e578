import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { countriesSorted } from "#app/domain/catalogue/countries.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { codeForm, codeTargets, sourceKinds } from "#app/domain/sources/code-form.ts"
import { listCodeEvents } from "#app/domain/sources/code-queries.server.ts"
import { makeCode } from "#app/domain/sources/make-code.server.ts"
import { allowedStaffOf, backWith, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { dayText } from "#app/ui/desk-dates.ts"
import { Choices, PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/code-new"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("codes.make"))
  const { t, language } = ctx
  const events = await listCodeEvents(ctx, universityOf(ctx.actor))
  const asked = new URL(request.url).searchParams.get("event")
  return {
    kinds: sourceKinds.map((value) => ({ value, label: t(`sources.kind.${value}`) })),
    targets: codeTargets.map((value) => ({ value, label: t(`sources.targets.${value}`) })),
    countries: countriesSorted(language).map(({ code, name }) => ({ value: code, label: name })),
    events: events.map(({ id, title, startsAt }) => ({ value: id, label: `${title} · ${dayText(startsAt, language)}` })),
    event: events.find(({ id }) => id === asked)?.id ?? null,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("codes.make"))
  const form = await readForm(request, codeForm)
  if (!form.ok) return replyProblems(form.reply)
  const { event, ...input } = form.value
  const eventId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(event) ? event : null
  const outcome = await makeCode(ctx, { ...input, eventId })
  if (outcome.refused && outcome.refused.code !== "not-allowed") return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, `/desk/codes/${outcome.done?.codeId ?? ""}`, "code-made")
}

export default function CodeNew({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { kinds, targets, countries, events, event } = loaderData
  const labels = {
    kind: t("sources.kindLabel"),
    event: t("sources.event"),
    name: t("sources.name"),
    city: t("sources.city"),
    country: t("sources.country"),
    target: t("sources.target"),
    code: t("sources.code"),
  }
  return (
    <div className="sheet">
      <title>{`${t("sources.new")} · ${t("common.name")}`}</title>
      <p>
        <Link to="/desk/codes">{t("sources.toList")}</Link>
      </p>
      <h1>{t("sources.new")}</h1>
      <p className="lead">{t("sources.newLead")}</p>
      <PostForm reply={actionData} labels={labels} className="lone-form">
        <Choices kind="radio" name="kind" label={labels.kind} options={kinds} values={event === null ? ["school"] : ["event"]} />
        <SelectField
          name="event"
          label={labels.event}
          help={t("sources.eventHelp")}
          options={events}
          value={event}
          emptyLabel={t("common.form.choose")}
        />
        <TextField name="name" label={labels.name} help={t("sources.nameHelp")} maxLength={120} />
        <div className="form-row">
          <TextField name="city" label={labels.city} maxLength={120} isOptional />
          <SelectField name="country" label={labels.country} options={countries} emptyLabel={t("common.form.choose")} isOptional />
        </div>
        <SelectField name="target" label={labels.target} help={t("sources.targetHelp")} options={targets} value="home" />
        <TextField name="code" label={labels.code} help={t("sources.codeHelp")} dir="ltr" maxLength={48} isOptional />
        <p>
          <Submit>{t("sources.make")}</Submit>
        </p>
      </PostForm>
    </div>
  )
}
