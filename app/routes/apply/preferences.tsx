import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findPreferences } from "#app/domain/people/preferences-queries.server.ts"
import { savePreferences } from "#app/domain/people/save-preferences.server.ts"
import { subscriptionPurposes } from "#app/domain/people/subscriptions.ts"
import { OldLink } from "#app/domain/people/ui/old-link.tsx"
import { boxField, choicesField } from "#app/platform/fields.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { Choices, PostForm, Submit } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import type { Route } from "./+types/preferences"

const preferencesForm = z
  .object({ AUI: choicesField(subscriptionPurposes), UM6P: choicesField(subscriptionPurposes), nothing: boxField() })
  .transform(({ AUI, UM6P, nothing }) =>
    nothing ? [] : [...AUI.map((purpose) => `AUI-${purpose}` as const), ...UM6P.map((purpose) => `UM6P-${purpose}` as const)],
  )

const universities = ["AUI", "UM6P"] as const

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const preferences = await findPreferences(ctx, params.token)
  return { language: ctx.language, preferences, isSaved: new URL(request.url).searchParams.has("saved") }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const form = await readForm(request, preferencesForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await savePreferences(ctx, { token: params.token, wanted: form.value })
  return outcome.refused ? replyRefusal(form.typed, outcome.refused) : redirect(`/${ctx.language}/preferences/${params.token}?saved`)
}

export default function Preferences({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, preferences, isSaved } = loaderData
  if (preferences === null) return <OldLink language={language} />
  const on = preferences.on
  return (
    <div className="page">
      <title>{`${t("people.preferences.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.preferences.title")}</h1>
      {isSaved ? (
        <p className="done" role="status">
          {t(on.length === 0 ? "people.preferences.stopped" : "people.preferences.saved")}
        </p>
      ) : null}
      <p className="lead">{t("people.preferences.lead")}</p>
      {preferences.address === null ? null : (
        <p>
          <Rich text={t("people.preferences.address", { email: preferences.address })} parts={[(inner) => <bdi dir="ltr">{inner}</bdi>]} />
        </p>
      )}
      <PostForm reply={actionData} labels={{}}>
        {universities.map((university) => (
          <Choices
            key={university}
            kind="checkbox"
            name={university}
            label={t(`common.university.${university}`)}
            values={subscriptionPurposes.filter((purpose) => on.includes(`${university}-${purpose}`))}
            options={subscriptionPurposes.map((purpose) => ({ value: purpose, label: t(`people.preferences.${purpose}Short`) }))}
          />
        ))}
        {preferences.isMinor ? <p className="note">{t("people.preferences.minor")}</p> : null}
        <div>
          <Submit>{t("people.preferences.save")}</Submit>
        </div>
        <div>
          <Submit isQuiet name="nothing" value="yes">
            {t("people.preferences.nothing")}
          </Submit>
          <p className="quiet-text">{t("people.preferences.nothingHelp")}</p>
        </div>
      </PostForm>
    </div>
  )
}
