import { useTranslation } from "react-i18next"
import { rateText } from "#app/domain/costs/exchange.ts"
import { rateCurrencies, rateForm } from "#app/domain/costs/rate-form.ts"
import { listRates } from "#app/domain/costs/rate-queries.server.ts"
import { setRate } from "#app/domain/costs/set-rate.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { languageFacts } from "#app/locales/languages.ts"
import { allowedStaffOf, backWith, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/rates"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("rates.set"))
  const { t, language } = ctx
  const names = new Intl.DisplayNames([languageFacts[language].intl], { type: "currency" })
  const nameOf = (currency: string) => `${names.of(currency) ?? currency} (${currency})`
  const { inForce, earlier } = await listRates(ctx)
  return {
    currencies: rateCurrencies.map((currency) => ({ value: currency, label: nameOf(currency) })),
    // A fresh form after each rate.
    last:
      [...inForce, ...earlier]
        .map(({ id }) => id)
        .toSorted()
        .at(-1) ?? "none",
    rows: [...inForce, ...earlier].map((row, index) => ({
      id: row.id,
      currency: nameOf(row.currency),
      rate: rateText(language, row.perMadMicro),
      source: row.isSample ? t("costs.desk.sample") : row.source,
      set: momentText(row.setAt, language),
      by: row.isSample ? t("costs.desk.demonstration") : row.by,
      isSample: row.isSample,
      isInForce: index < inForce.length,
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("rates.set"))
  const form = await readForm(request, rateForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await setRate(ctx, form.value)
  if (outcome.refused && outcome.refused.code !== "not-allowed") return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, "/desk/rates", "rate-set")
}

export default function Rates({ loaderData: { currencies, rows, last }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { currency: t("costs.desk.currency"), rate: t("costs.desk.rate"), source: t("costs.desk.source") }
  return (
    <div className="sheet">
      <title>{`${t("costs.desk.title")} · ${t("common.name")}`}</title>
      <h1>{t("costs.desk.title")}</h1>
      <p className="lead">{t("costs.desk.lead")}</p>
      <h2>{t("costs.desk.add")}</h2>
      <PostForm reply={actionData} labels={labels} className="lone-form" key={last}>
        <div className="form-row">
          <SelectField name="currency" label={labels.currency} options={currencies} />
          <TextField name="rate" label={labels.rate} help={t("costs.desk.rateHelp")} inputMode="decimal" dir="ltr" />
        </div>
        <TextField name="source" label={labels.source} maxLength={200} />
        <p>
          <Submit>{t("costs.desk.save")}</Submit>
        </p>
      </PostForm>
      {rows.length === 0 ? (
        <p className="quiet">{t("costs.desk.none")}</p>
      ) : (
        <>
          <h2>{t("costs.desk.list")}</h2>
          <div className="wrap">
            <table>
              <thead>
                <tr>
                  {(["currency", "rate", "source", "set", "by", "standing"] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(`costs.desk.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{row.currency}</th>
                    <td>
                      <bdi dir="ltr">{row.rate}</bdi>
                    </td>
                    <td>
                      <bdi>{row.source}</bdi>
                    </td>
                    <td>{row.set}</td>
                    <td>
                      <bdi>{row.by}</bdi>
                    </td>
                    <td>
                      {row.isInForce ? t("costs.desk.inForce") : <span className="quiet">{t("costs.desk.earlier")}</span>}
                      {row.isSample ? ` (${t("costs.desk.sample")})` : ""}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}
