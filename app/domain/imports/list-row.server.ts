import { oldestBirthYear, youngestAge } from "#app/domain/leads/enquiry-form.server.ts"
import {
  type DateOrder,
  phoneInCell,
  readBirth,
  readClass,
  readConsent,
  readCountry,
  readFields,
  readLevel,
} from "#app/domain/lists/cell-values.ts"
import type { ListColumn } from "#app/domain/lists/headings.ts"
import type { ListRecord } from "#app/domain/lists/read-list.server.ts"
import { type Address, readEmail, readPhone } from "#app/domain/people/contact.server.ts"
import type { Field, Level } from "#app/platform/prisma-client/enums.ts"
import { codePoints, hasForbiddenCharacters } from "#app/platform/text.ts"

/** How the rows of a list are read. */
export type Reading = {
  /** What each column holds; null for what is left out. */
  mapping: readonly (ListColumn | null)[]
  /** Where somebody lives whose row does not say it. */
  country: string
  dateOrder: DateOrder
  today: Date
}

/** A person as their row says them. */
export type ListRow = {
  line: number
  givenName: string
  familyName: string
  email: Address | null
  phone: Address | null
  country: string
  /** Whether the row says where they live; else it is where the list's people do. */
  saysCountry: boolean
  birthDate: Date | null
  birthYear: number | null
  level: Level | null
  fields: readonly Field[]
  school: string
  city: string
  consents: boolean
}

/** What is wrong with a cell, or with the row where no cell says it: a refusal code with its details. */
export type Fault = { column: number | null; code: string; details?: Record<string, string | number> }

const longestName = 120
const longestPlace = 200

/**
 * What a row says. A row needs a name and one contact that is right; without them it is none (`row` is null). Whatever else
 * cannot be read is left out with its fault, and the row stays.
 */
export function readRow(
  { line, cells }: ListRecord,
  { mapping, country: usual, dateOrder, today }: Reading,
): { row: ListRow | null; faults: Fault[] } {
  const faults: Fault[] = []

  /** The cell of a column, through what reads it; null for an empty one and, with a fault, for one that cannot be read. */
  function take<Value>(column: ListColumn, read: (text: string) => Value | null, code: string): Value | null {
    const place = mapping.indexOf(column)
    const text = place === -1 ? "" : (cells[place] ?? "")
    if (text === "") return null
    // What the file's encoding could not read stands as a sign of its own: the rest of the cell is not to be trusted.
    if (hasForbiddenCharacters(text, false)) {
      faults.push({ column: place, code: text.includes("\ufffd") ? "imports.signs-broken" : "field.control-characters" })
      return null
    }
    const value = read(text)
    if (value === null) faults.push({ column: place, code })
    return value
  }
  const text = (column: ListColumn, longest: number) => (cell: string) => {
    if (codePoints(cell) <= longest) return cell
    faults.push({ column: mapping.indexOf(column), code: "field.too-long", details: { max: longest, count: codePoints(cell) } })
    return ""
  }
  const name = (column: "name" | "given" | "family") =>
    take(column, (cell) => (/\p{L}/u.test(cell) ? text(column, longestName)(cell) : null), "field.no-letter") ?? ""

  // A name in one column is kept in one piece: which part is the family's is nobody's guess.
  const whole = name("name")
  const given = name("given")
  const family = name("family")
  const givenName = whole === "" ? given : whole
  const familyName = whole === "" ? family : ""
  const saidCountry = take("country", readCountry, "imports.country-unknown")
  const country = saidCountry ?? usual
  const email = take("email", readEmail, "field.email")
  const phone = take("phone", (cell) => readPhone(phoneInCell(cell), country), "field.phone")
  const contactFaults = faults.some(({ code }) => code === "field.email" || code === "field.phone")
  if (
    givenName === "" &&
    familyName === "" &&
    !faults.some(({ column }) => column !== null && /^(?:name|given|family)$/.test(mapping[column] ?? ""))
  )
    faults.push({ column: null, code: "imports.name-missing" })
  if (email === null && phone === null && !contactFaults) faults.push({ column: null, code: "imports.contact-missing" })
  if ((givenName === "" && familyName === "") || (email === null && phone === null)) return { row: null, faults }

  const born = take("birth", (cell) => readBirth(cell, dateOrder, today), "imports.birth-unreadable")
  const youngest = today.getUTCFullYear() - youngestAge
  const isPossible = born === null || (born.year >= oldestBirthYear && born.year <= youngest)
  if (!isPossible)
    faults.push({ column: mapping.indexOf("birth"), code: "imports.birth-range", details: { min: oldestBirthYear, max: youngest } })
  const birth = isPossible ? born : null
  return {
    row: {
      line,
      givenName,
      familyName,
      email,
      phone,
      country,
      saysCountry: saidCountry !== null,
      birthDate: birth?.date ?? null,
      birthYear: birth?.year ?? null,
      level: take("level", readLevel, "imports.level-unknown") ?? take("class", readClass, "imports.level-unknown"),
      fields: take("field", readFields, "imports.field-unknown") ?? [],
      school: take("school", text("school", longestPlace), "field.too-long") ?? "",
      city: take("city", text("city", longestPlace), "field.too-long") ?? "",
      consents: take("consent", readConsent, "imports.consent-unknown") ?? false,
    },
    faults,
  }
}
