import { countries } from "#app/domain/catalogue/countries.ts"
import { phoneInCell } from "#app/domain/lists/cell-values.ts"
import type { ListColumn } from "#app/domain/lists/headings.ts"
import type { ListRecord } from "#app/domain/lists/read-list.server.ts"
import { readPhone } from "#app/domain/people/contact.server.ts"
import { foldName } from "#app/platform/text.ts"

/** Rows whose telephones are tried. */
const triedRows = 40
/** Of the telephones tried, how many have to fit for a guess. */
const leastShare = 0.8

/**
 * Where the people of a list live: the country by whose way of writing most of their telephones are numbers and, where several
 * fit as well (numbers of eight signs are at home in half of West Africa), the one of them that the partner's or the file's name
 * speaks of. Null where that leaves none.
 */
export function guessCountry(
  { sample, names }: { sample: readonly ListRecord[]; names: readonly string[] },
  mapping: readonly (ListColumn | null)[],
): string | null {
  const place = mapping.indexOf("phone")
  const phones = sample
    .slice(0, triedRows)
    .map(({ cells }) => phoneInCell(cells[place] ?? ""))
    .filter((phone) => phone !== "")
  const fits = countries.map(({ code, callingCode }) => ({
    code,
    count: phones.filter((phone) => readPhone(phone, code)?.value.startsWith(callingCode) === true).length,
  }))
  const most = Math.max(...fits.map(({ count }) => count))
  if (most < phones.length * leastShare) return null
  const best = fits.filter(({ count }) => count === most).map(({ code }) => code)
  if (best.length === 1) return best[0] ?? null
  const words = foldName(names.join(" ").replace(/[_.]/g, " "))
  return (
    countries.find(({ code, names: own, timeZone }) => {
      // A zone of time is named after the largest city.
      const city = foldName((timeZone.split("/")[1] ?? "").replaceAll("_", " "))
      return best.includes(code) && [city, ...Object.values(own).map(foldName)].some((name) => ` ${words} `.includes(` ${name} `))
    })?.code ?? null
  )
}
