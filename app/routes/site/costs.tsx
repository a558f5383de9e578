import { useTranslation } from "react-i18next"
import { findProgramme, listProgrammes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { countriesSorted } from "#app/domain/catalogue/countries.ts"
import { CostAmount, CostYear } from "#app/domain/catalogue/ui/cost-amount.tsx"
import { exchange, rateText } from "#app/domain/costs/exchange.ts"
import { findRate } from "#app/domain/costs/rate-queries.server.ts"
import { readCosts } from "#app/domain/costs/read-costs.ts"
import { CostsForm } from "#app/domain/costs/ui/costs-form.tsx"
import { SpanText } from "#app/domain/costs/ui/span-text.tsx"
import { YearTable } from "#app/domain/costs/ui/year-table.tsx"
import { monthOf, netOf, type Span, yearCosts } from "#app/domain/costs/year-costs.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { listed } from "#app/ui/listed.ts"
import { dayText, moroccoZone } from "#app/ui/moment.ts"
import type { Route } from "./+types/costs"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const { language, t } = ctx
  const asked = readCosts(new URL(request.url).searchParams)
  const programmes = (await listProgrammes(ctx)).filter(({ standing }) => standing !== "announced")
  const found = programmes.some(({ slug }) => slug === asked.programme) ? await findProgramme(ctx, asked.programme) : null
  const code = asked.country?.code ?? null
  const currency = asked.country === null || asked.country.currency === "MAD" ? null : asked.country.currency
  const rate = currency === null ? null : await findRate(ctx, currency)
  const both = (mad: Span) => ({
    mad,
    own:
      rate === null
        ? null
        : { least: exchange(mad.least, rate.currency, rate.perMadMicro), most: exchange(mad.most, rate.currency, rate.perMadMicro) },
  })
  const offered = found?.schemes.filter(({ standing }) => standing !== "closed") ?? []
  const schemes = offered.filter(({ nationals }) => nationals.length === 0 || code === null || nationals.includes(code))
  const ticked = schemes.filter(({ slug }) => asked.schemes.includes(slug))
  const costs = found === null ? null : yearCosts(found.costs)
  const net = costs === null || ticked.length === 0 ? null : netOf(costs.lines, ticked)
  return {
    language,
    asked: { programme: found?.slug ?? "", country: code ?? "", schemes: ticked.map(({ slug }) => slug) },
    unknown: [
      ...(asked.programme === "" || found !== null ? [] : [asked.programme.slice(0, 40)]),
      ...asked.unknown,
      // One for nationals of other countries is known: the form says how many there are.
      ...asked.schemes.filter((one) => !offered.some(({ slug }) => slug === one)).map((one) => one.slice(0, 40)),
    ],
    groups: (["AUI", "UM6P", "JOINT"] as const)
      .map((owner) => ({
        label: t(`common.university.${owner}`),
        options: programmes
          .filter((programme) => programme.owner === owner)
          .map(({ slug, title, level }) => ({ value: slug, label: `${title} (${t(`common.level.${level}`)})` })),
      }))
      .filter(({ options }) => options.length > 0),
    countries: countriesSorted(language).map(({ code: value, name }) => ({ value, label: name })),
    currency,
    rate:
      rate === null
        ? null
        : { day: dayText(language, rate.setAt, moroccoZone), text: rateText(language, rate.perMadMicro), isSample: rate.isSample },
    account:
      found === null || costs === null
        ? null
        : {
            programme: { slug: found.slug, title: found.title },
            hasFigures: found.costs.length > 0,
            lines: costs.lines.map(({ cost, year }) => ({ cost, year: both(year) })),
            once: costs.once,
            toConfirm: costs.toConfirm,
            total: both(costs.total),
            schemes,
            notYours: offered.length - schemes.length,
            ticked,
            net: net === null ? null : both(net),
            month: both(monthOf(net ?? costs.total)),
          },
    all:
      found === null
        ? programmes.flatMap(({ slug, title, costs: published, tuition }) => {
            const { lines, total, toConfirm } = yearCosts(published)
            return lines.length === 0 || tuition === null ? [] : [{ slug, title, tuition, toConfirm, total: both(total) }]
          })
        : [],
  }
}

export default function Costs({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, asked, unknown, groups, countries, currency, rate, account, all } = loaderData
  const country = asked.country === "" ? "" : `&country=${asked.country}`
  return (
    <div className="page">
      <title>{`${t("costs.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("costs.description")} />
      <h1>{t("costs.title")}</h1>
      <p className="lead">{t("costs.lead")}</p>
      {unknown.length === 0 ? null : <p className="note">{t("costs.unknown", { words: listed(t, unknown) })}</p>}
      <CostsForm
        language={language}
        groups={groups}
        countries={countries}
        programme={asked.programme}
        country={asked.country}
        schemes={account?.schemes ?? null}
        notYours={account?.notYours ?? 0}
        ticked={asked.schemes}
      />
      {account === null ? (
        <section>
          <h2>{t("costs.all")}</h2>
          <p>{t("costs.allHelp")}</p>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t("costs.programme")}</th>
                <th scope="col">{t("costs.amount")}</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ slug, title, tuition, toConfirm, total }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={`/${language}/costs?programme=${slug}${country}`}>{title}</a>
                    <span className="quiet-text">
                      <br />
                      <CostYear cost={tuition} />
                      {toConfirm.length === 0
                        ? null
                        : ` · ${t("costs.without", { kinds: toConfirm.map((kind) => t(`costs.kind.${kind}`)).join(", ") })}`}
                    </span>
                  </th>
                  <td>
                    <SpanText spans={total} currency={currency} language={language} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <section>
          <h2 id="year">{t("costs.year")}</h2>
          <p>
            <a href={`/${language}/programmes/${account.programme.slug}`}>{account.programme.title}</a>
          </p>
          {account.hasFigures ? null : <p className="note">{t("costs.none")}</p>}
          <YearTable {...account} schemes={account.ticked} currency={currency} language={language} />
          {account.once.length === 0 ? null : (
            <>
              <h2>{t("costs.once")}</h2>
              <p>{t("costs.onceHelp")}</p>
              <ul className="stars">
                {account.once.map((cost) => (
                  <li key={cost.item}>
                    {cost.item}: <CostAmount cost={cost} language={language} /> (
                    <a href={cost.source} rel="noreferrer">
                      <CostYear cost={cost} />
                    </a>
                    )
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      {currency === null ? null : (
        <p className="quiet-text after">
          {rate === null ? (
            t("costs.noRate", { currency })
          ) : (
            <>
              {rate.isSample ? <span className="st sample">{t("costs.rateSample")}</span> : null}{" "}
              {t("costs.rate", { day: rate.day, rate: rate.text, currency })}
            </>
          )}
        </p>
      )}
    </div>
  )
}
