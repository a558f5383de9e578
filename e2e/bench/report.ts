export type Report = {
  /** Prints one figure. `most` and `least` are budgets; both are printed as `limit`. */
  say(metric: string, value: number, unit: string, budget?: { most: number } | { least: number }): void
  isWithin(): boolean
}

export type Bench = (report: Report) => Promise<void>

export function reportOf(bench: string): Report {
  let isWithin = true
  return {
    say(metric, value, unit, budget) {
      const limit = budget === undefined ? undefined : "most" in budget ? budget.most : budget.least
      if (budget !== undefined) isWithin &&= "most" in budget ? value <= budget.most : value >= budget.least
      console.log(JSON.stringify({ bench, metric, value, unit, ...(limit === undefined ? {} : { limit }) }))
    },
    isWithin: () => isWithin,
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
