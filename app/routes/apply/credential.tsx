import { useTranslation } from "react-i18next"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { anotherCredential, credentialForm, isAskedKind } from "#app/domain/applications/credential-form.ts"
import { saveEducation } from "#app/domain/applications/save-education.server.ts"
import { CredentialFields } from "#app/domain/applications/ui/credential-fields.tsx"
import { countriesSorted, countryName, elsewhere, findCountry, isResidence } from "#app/domain/catalogue/countries.ts"
import { candidateOf, notFoundUnless, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { PostForm } from "#app/ui/form.tsx"
import type { Route } from "./+types/credential"

/** The country comes first, in the query: it says which credentials the second step offers. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const kind = notFoundUnless(isAskedKind(params.kind) ? params.kind : null)
  const application = await findOwnApplication(ctx)
  if (application?.state !== "draft") throw redirect(`/${ctx.language}/apply`)
  const given = application.credentials.find((credential) => credential.kind === kind) ?? null
  const query = new URL(request.url).searchParams
  const asked = query.get("country") ?? given?.country ?? ""
  const country = query.has("choose") || !isResidence(asked) ? null : asked
  return {
    language: ctx.language,
    kind,
    country,
    countryName: country === null ? "" : (countryName(country, ctx.language) ?? ctx.t("common.elsewhere")),
    suggested: asked === "" ? (application.residence ?? "") : asked,
    given: given !== null && given.country === country ? given : null,
    credentials: country === null || kind === "degree" ? [] : [...(findCountry(country)?.credentials ?? [])],
    countries: country === null ? countriesSorted(ctx.language) : [],
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const kind = notFoundUnless(isAskedKind(params.kind) ? params.kind : null)
  const form = await readForm(request, credentialForm(ctx.now()))
  if (!form.ok) return replyProblems(form.reply)
  const country = form.typed["country"]?.[0] ?? ""
  const outcome = await saveEducation(ctx, { ...form.value, kind, country })
  return outcome.refused ? replyRefusal(form.typed, outcome.refused) : redirect(`/${ctx.language}/apply/education`)
}

export default function CredentialPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, kind, country, credentials } = loaderData
  const title = t(`apply.education.${kind}`)
  const here = `/${language}/apply/education/${kind}`
  const labels = {
    country: t("apply.education.country"),
    code: t("apply.education.which"),
    words: t("apply.education.words"),
    institution: t("apply.education.institution"),
    year: t("apply.education.year"),
    scale: t("apply.education.scale"),
    result: t("apply.education.result"),
  }
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <p className="crumb">
        <a href={`/${language}/apply/education`}>{t("apply.section.education")}</a>
        {country === null ? null : (
          <>
            {" · "}
            {loaderData.countryName}
            {" · "}
            <a href={`${here}?choose&country=${country}`}>{t("apply.education.changeCountry")}</a>
          </>
        )}
      </p>
      <h1>{title}</h1>
      {country === null ? (
        <form method="get" action={here} className="form">
          <div className="field">
            <label htmlFor="f-country">{labels.country}</label>
            <p className="help" id="h-country">
              {t("apply.education.countryHelp")}
            </p>
            <select id="f-country" name="country" defaultValue={loaderData.suggested} aria-describedby="h-country">
              <option value="">{t("common.form.choose")}</option>
              {loaderData.countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
              <option value={elsewhere}>{t("common.elsewhere")}</option>
            </select>
          </div>
          <p className="acts">
            <button type="submit" className="btn">
              {t("apply.education.countryNext")}
            </button>
          </p>
        </form>
      ) : (
        <PostForm reply={actionData} labels={labels}>
          <input type="hidden" name="country" value={country} />
          <CredentialFields kind={kind} credentials={credentials} given={loaderData.given} another={anotherCredential} />
        </PostForm>
      )}
    </>
  )
}
