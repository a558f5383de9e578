import {
  fields,
  filterNames,
  type FilterName,
  levels,
  type ProgrammeFilter,
  standings,
  teachingLanguages,
  universities,
} from "./catalogue-filter.ts"

/*
 * What a list of programmes is narrowed by, as bits of two numbers: each value of each filter has one in `traits`, each
 * year of admission one in `years`. Programmes with the same two numbers are alike to every filter and are counted as one kind.
 */

export type TraitColumn = "traits" | "years"
export type Trait = { name: FilterName; value: string; column: TraitColumn; bit: number }
export type Kind = Record<TraitColumn | "count", number>
export type Facet = { value: string; count: number }

/** The first year that has a bit. With the thirty after it they fill a number of PostgreSQL; another year is found by nothing. */
const firstYear = 2020
const yearsWithBit = 31

const named = (name: FilterName, values: readonly string[]) => values.map((value) => ({ name, value }))

/** In the order of their bits, which refresh-search writes anew whenever a process starts. */
export const traits: readonly Trait[] = [
  ...[
    ...named("level", levels),
    ...named("field", fields),
    ...named("university", universities),
    ...named("teaching", teachingLanguages),
    ...named("standing", standings),
    ...named("fee", ["free"]),
    ...named("scholarship", ["yes"]),
  ].map((one, bit): Trait => ({ ...one, column: "traits", bit })),
  ...Array.from({ length: yearsWithBit }, (_, bit): Trait => ({ name: "year", value: String(firstYear + bit), column: "years", bit })),
]

/** What a programme must have for each filter that stands. What no programme can have has no bit. */
export function asked(filter: ProgrammeFilter): { name: FilterName; column: TraitColumn; mask: number }[] {
  return filterNames.flatMap((name) => {
    const value = filter[name]
    if (value === undefined) return []
    const trait = traits.find((one) => one.name === name && one.value === value)
    return [{ name, column: trait?.column ?? "traits", mask: trait === undefined ? 0 : 1 << trait.bit }]
  })
}

/** The bits of each filter, in each of the two numbers. */
const bitsOf = new Map(
  filterNames.map((name) => {
    const bits = { traits: 0, years: 0 }
    for (const trait of traits) if (trait.name === name) bits[trait.column] |= 1 << trait.bit
    return [name, bits]
  }),
)

/** Adds to the count of each bit that is set. Bit by bit, for there may be thousands of kinds. */
function add(counts: Uint32Array, bits: number, count: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest)
    counts[bit] = (counts[bit] ?? 0) + count
  }
}

/**
 * Counts of kinds of programmes: all of them (`hits`), those that fit the filter (`total`), for each value of each filter
 * those that there would be if it were pressed, the others as they stand, and those that there would be without each
 * filter that stands.
 */
export function countKinds(kinds: readonly Kind[], filter: ProgrammeFilter) {
  const needs = asked(filter)
  const left = { traits: new Uint32Array(32), years: new Uint32Array(32) }
  const onlyWithout = new Map<FilterName, number>()
  let hits = 0
  let total = 0
  for (const kind of kinds) {
    hits += kind.count
    const missed = needs.filter(({ column, mask }) => (kind[column] & mask) === 0)
    const [only] = missed
    if (only === undefined) {
      total += kind.count
      add(left.traits, kind.traits, kind.count)
      add(left.years, kind.years, kind.count)
    } else if (missed.length === 1) {
      onlyWithout.set(only.name, (onlyWithout.get(only.name) ?? 0) + kind.count)
      const bits = bitsOf.get(only.name)
      add(left.traits, kind.traits & (bits?.traits ?? 0), kind.count)
      add(left.years, kind.years & (bits?.years ?? 0), kind.count)
    }
  }
  const facet = (name: FilterName): Facet[] =>
    traits
      .map((trait) => ({ name: trait.name, value: trait.value, count: left[trait.column][trait.bit] ?? 0 }))
      .flatMap((one) => (one.name === name && one.count > 0 ? [{ value: one.value, count: one.count }] : []))
  return {
    hits,
    total,
    facets: {
      level: facet("level"),
      field: facet("field"),
      university: facet("university"),
      teaching: facet("teaching"),
      standing: facet("standing"),
      year: facet("year"),
      fee: facet("fee"),
      scholarship: facet("scholarship"),
    } satisfies Record<FilterName, Facet[]>,
    without: needs.map(({ name }) => ({ name, count: total + (onlyWithout.get(name) ?? 0) })),
  }
}
