import { fields, levels } from "../catalogue/catalogue-filter.ts"
import { elsewhere, findCountry } from "../catalogue/countries.ts"
import { openScales } from "../catalogue/result-scales.ts"
import { isScaleKey, type Scale, scales } from "../catalogue/scales.ts"
import {
  askedScale,
  type CheckAnswers,
  credentialsOf,
  highestToefl,
  isDegree,
  otherCredentials,
  proofLanguages,
  testLanguages,
} from "./check-answers.ts"

/*
 * The answers of a check in a few signs: `sn1-n120-5-b2`. Country and credential, result, languages, aim. Two who answered
 * alike have the same signs, and nothing in them says who they are.
 */

const letters = "abcdefghijklmnopqrstuvwxyz"
const degreeSigns = "tfpw"

/** Writes answers that `readCheck` has read. */
export function writeAnswers(answers: CheckAnswers): string {
  const { country, credential, taught, tests, toefl, level, field } = answers
  const bits = [
    ...proofLanguages.map((language) => taught.includes(language)),
    ...testLanguages.map((language) => tests.includes(language)),
  ].reduce((sum, isSaid, place) => sum + (isSaid ? 2 ** place : 0), 0)
  const languages = `${bits.toString(36)}${toefl === null ? "" : toefl.toString(36)}`
  const levelSign = level === null ? "0" : String(levels.indexOf(level) + 1)
  const fieldSign = field === null ? "0" : String(fields.indexOf(field) + 1)
  return [`${country.toLowerCase()}${credentialSign(country, credential)}`, resultSigns(answers), languages, levelSign + fieldSign].join(
    "-",
  )
}

function credentialSign(country: string, credential: string): string {
  if (credential === "another") return "x"
  if (isDegree(credential)) return credential === "bachelor" ? "b" : "m"
  return String(credentialsOf(country).indexOf(credential) + 1)
}

function resultSigns(answers: CheckAnswers): string {
  const degree = answers.scale === null ? "" : (degreeSigns[openScales.indexOf(answers.scale)] ?? "")
  if (answers.isPending) return `${degree}z`
  const scale = askedScale(answers)
  if (answers.result === null || scale === null) return `${degree}h`
  const known: Scale | null = isScaleKey(scale) ? scales[scale] : null
  if (known?.kind !== "ordinal") return `${degree}n${Math.round(Number(answers.result) * 100).toString(36)}`
  // The order in which grades were typed says nothing.
  const grades = answers.result.split(" ").map((grade) => known.values.indexOf(grade))
  return `g${grades
    .toSorted((a, b) => a - b)
    .map((place) => letters[place])
    .join("")}`
}

/** Reads the signs again; null when they are none that `writeAnswers` writes. */
export function readAnswers(text: string): CheckAnswers | null {
  const found = /^([a-z]{2})([1-9bmx])-([tfpw]?)(?:([zh])|n([0-9a-z]{1,4})|g([a-m]{1,15}))-([0-9a-v])([0-9a-z]{0,2})-([0-3])([0-7])$/.exec(
    text,
  )
  if (found === null) return null
  const [, place = "", sign = "", degree = "", , number, grades, bits = "", toefl = "", levelSign = "", fieldSign = ""] = found
  const country = place.toUpperCase()
  if (country !== elsewhere && findCountry(country) === undefined) return null
  const credential = credentialOf(country, sign)
  if (credential === null) return null
  const scale = openScales[degreeSigns.indexOf(degree)]
  const answers: CheckAnswers = {
    country,
    credential,
    scale: degree === "" ? null : (scale ?? null),
    result: null,
    isPending: found[4] === "z",
    taught: proofLanguages.filter((_, index) => (Number.parseInt(bits, 36) >> index) % 2 === 1),
    tests: testLanguages.filter((_, index) => (Number.parseInt(bits, 36) >> (index + proofLanguages.length)) % 2 === 1),
    toefl: toefl === "" ? null : Number.parseInt(toefl, 36),
    level: levels[Number(levelSign) - 1] ?? null,
    field: fields[Number(fieldSign) - 1] ?? null,
  }
  const asked = askedScale(answers)
  if (number !== undefined) answers.result = String(Number.parseInt(number, 36) / 100)
  if (grades !== undefined) {
    const known: Scale | null = asked !== null && isScaleKey(asked) ? scales[asked] : null
    if (known?.kind !== "ordinal") return null
    answers.result = [...grades].map((letter) => known.values[letters.indexOf(letter)] ?? "").join(" ")
  }
  const isWhole = (answers.toefl ?? 0) <= highestToefl && isDegree(credential) === (answers.scale !== null)
  // One way to write each answer: what would be written otherwise was not written here.
  return isWhole && writeAnswers(answers) === text ? answers : null
}

function credentialOf(country: string, sign: string): string | null {
  if (sign === "x") return "another"
  if (sign === "b" || sign === "m") return sign === "b" ? "bachelor" : "master"
  const own = credentialsOf(country).slice(0, -otherCredentials.length)
  return own[Number(sign) - 1] ?? null
}
