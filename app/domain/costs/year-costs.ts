import { type CatalogueCost, type CostKind, costKinds, type SchemePay } from "#app/domain/catalogue/catalogue-texts.ts"

/** Amounts in centimes of a dirham, from the least to the most. */
export type Span = { least: number; most: number }

type Cost = Omit<CatalogueCost, "item"> & { item: string }

/** A cost that falls due every year, with what it comes to in one. */
export type YearLine = { cost: Cost; year: Span }

export type YearCosts = {
  lines: YearLine[]
  total: Span
  /** What is paid once, before or on coming; a deposit may be a part of the year: it is never added up. */
  once: Cost[]
  /** What no figure is known of. */
  toConfirm: CostKind[]
}

/** How many times it falls due in a year; null when nobody has said. Two semesters make a year of study. */
function timesAYear({ per, timesAYear: given }: Cost): Span | null {
  if (given !== undefined) return given
  if (per === "year") return { least: 1, most: 1 }
  return per === "semester" ? { least: 2, most: 2 } : null
}

/** What one year costs, item by item, from the figures that are published in dirhams. What they leave out is named. */
export function yearCosts(costs: readonly Cost[]): YearCosts {
  const lines = costs.flatMap((cost): YearLine[] => {
    const times = timesAYear(cost)
    if (cost.per === "once" || cost.currency !== "MAD" || times === null) return []
    const most = cost.amountMaxMinor ?? cost.amountMinor
    return [{ cost, year: { least: cost.amountMinor * times.least, most: most * times.most } }]
  })
  return {
    lines,
    total: sumOf(lines.map(({ year }) => year)),
    once: costs.filter(({ per }) => per === "once"),
    toConfirm: costKinds.filter((kind) => !lines.some(({ cost }) => cost.kind === kind)),
  }
}

export function sumOf(spans: readonly Span[]): Span {
  return spans.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), { least: 0, most: 0 })
}

/** The part of an amount that stays when some percent of it are paid, to the nearest centime. */
function after(amount: number, percent: number): number {
  return Math.round((amount * (100 - Math.min(100, percent))) / 100)
}

/**
 * What stays of a year when these schemes pay: least when each pays the most it may, most when each pays the least.
 * Together they never pay more than the cost itself.
 */
export function netOf(lines: readonly YearLine[], schemes: readonly { pays: readonly SchemePay[] }[]): Span {
  const pays = schemes.flatMap((scheme) => scheme.pays)
  return sumOf(
    lines.map(({ cost, year }) => {
      const own = pays.filter(({ kind }) => kind === cost.kind)
      const least = own.reduce((sum, { leastPercent }) => sum + leastPercent, 0)
      const most = own.reduce((sum, { mostPercent }) => sum + mostPercent, 0)
      return { least: after(year.least, most), most: after(year.most, least) }
    }),
  )
}

/** A twelfth of a year, to the nearest dirham. */
export function monthOf({ least, most }: Span): Span {
  const month = (year: number) => Math.round(year / 1200) * 100
  return { least: month(least), most: month(most) }
}
