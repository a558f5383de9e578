import { useTranslation } from "react-i18next"
import { partnerPace } from "#app/domain/partners/admit-partner.server.ts"
import { makePartnerKey } from "#app/domain/partners/make-partner-key.server.ts"
import { partnerKeyForm } from "#app/domain/partners/partner-key-form.ts"
import { listPartnerKeys } from "#app/domain/partners/partner-key-queries.server.ts"
import { partnerScopes } from "#app/domain/partners/scopes.ts"
import { PartnerGuide } from "#app/domain/partners/ui/partner-guide.tsx"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { dayText, momentText } from "#app/ui/desk-dates.ts"
import { VerbButton } from "#app/ui/desk-parts.tsx"
import { Choices, PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/partners"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("partners.manage"))
  const { language, actor } = ctx
  const rows = await listPartnerKeys(ctx, { university: actor.university })
  return {
    isAlliance: actor.university === null,
    language,
    publicUrl: ctx.settings.publicUrl,
    pace: partnerPace.requests,
    rows: rows.map((row) => ({
      id: row.id,
      partner: row.partner,
      hint: `${row.hint}…`,
      scopes: partnerScopes.filter((scope) => row.scopes.includes(scope)),
      used: row.lastUsedAt === null ? null : momentText(row.lastUsedAt, language),
      made: dayText(row.createdAt, language),
      isRevoked: row.revokedAt !== null,
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("partners.manage"))
  const form = await readForm(request, partnerKeyForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await makePartnerKey(ctx, form.value)
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return { made: { key: outcome.done.key, partner: form.value.partner } }
}

export default function Partners({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { partner: t("partners.partner"), scopes: t("partners.scopes") }
  const made = actionData !== undefined && "made" in actionData ? actionData.made : null
  const reply = actionData !== undefined && "problems" in actionData ? actionData : undefined
  return (
    <div className="sheet">
      <title>{`${t("partners.title")} · ${t("common.name")}`}</title>
      <h1>{t("partners.title")}</h1>
      <p className="lead">{loaderData.isAlliance ? t("partners.leadAlliance") : t("partners.lead")}</p>
      {made === null ? null : (
        <section className="new-secret" role="status">
          <h2>
            <bdi>{t("partners.newTitle", { partner: made.partner })}</bdi>
          </h2>
          <p>{t("partners.newText")}</p>
          <pre dir="ltr" className="example">
            {made.key}
          </pre>
        </section>
      )}
      <h2>{t("partners.list")}</h2>
      {loaderData.rows.length === 0 ? (
        <p className="quiet">{t("partners.none")}</p>
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                {(["partner", "key", "scopes", "used", "made", "standing"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`partners.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {loaderData.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <bdi>{row.partner}</bdi>
                  </th>
                  <td>
                    <code dir="ltr">{row.hint}</code>
                  </td>
                  <td>
                    {row.scopes.map((scope) => (
                      <div key={scope}>{t(`partners.scope.${scope}`)}</div>
                    ))}
                  </td>
                  <td>{row.used ?? t("partners.never")}</td>
                  <td>{row.made}</td>
                  <td>
                    {row.isRevoked ? (
                      <span className="quiet">{t("partners.revoked")}</span>
                    ) : (
                      <VerbButton action={`/desk/partners/${row.id}/revoke`} back="/desk/partners">
                        {t("partners.revoke")}
                      </VerbButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{t("partners.add")}</h2>
      <PostForm reply={reply} labels={labels} className="lone-form" key={loaderData.rows.length}>
        <TextField name="partner" label={labels.partner} help={t("partners.partnerHelp")} />
        <Choices
          kind="checkbox"
          name="scopes"
          label={labels.scopes}
          values={["leads.write"]}
          options={partnerScopes.map((scope) => ({ value: scope, label: t(`partners.scope.${scope}`) }))}
        />
        <p>
          <Submit>{t("partners.save")}</Submit>
        </p>
      </PostForm>
      <PartnerGuide publicUrl={loaderData.publicUrl} language={loaderData.language} pace={loaderData.pace} />
    </div>
  )
}
