import { fields, levels } from "../catalogue/catalogue-filter.ts"
import { elsewhere, findCountry } from "../catalogue/countries.ts"
import type { Language, Level } from "#app/platform/prisma-client/enums.ts"
import { establishedScale, type EligibilityCase, type HeldCredential } from "./decide-eligibility.ts"
import type { DegreeScale } from "./degree-scales.ts"
import type { ResultScale } from "./reaches.ts"

/** Credentials of no country's list. */
export const otherCredentials = ["bachelor", "master", "another"] as const

export const proofLanguages = ["en", "fr", "ar"] as const satisfies readonly Language[]
export const testLanguages = ["en", "fr"] as const
export const highestToefl = 120

/** A field as addresses spell it. */
export type FieldWord = (typeof fields)[number]

/** All that the check asks. Nothing in it says who answered. */
export type CheckAnswers = {
  country: string
  /** A credential of the country, or one of `otherCredentials`. */
  credential: string
  /** Of a degree. */
  scale: DegreeScale | null
  /** As `readResult` keeps it; null when it is to come, or its scale is not known. */
  result: string | null
  isPending: boolean
  taught: readonly Language[]
  tests: readonly (typeof testLanguages)[number][]
  toefl: number | null
  level: Level | null
  field: FieldWord | null
}

/** The credentials somebody from a country may name: those of its list, then a degree, then another in their own words. */
export function credentialsOf(country: string): string[] {
  const own = country === elsewhere ? [] : (findCountry(country)?.credentials.map(({ code }) => code) ?? [])
  return [...own, ...otherCredentials]
}

/** The scale on which a result is asked; null where none is asked. */
export function askedScale({ country, credential, scale }: Pick<CheckAnswers, "country" | "credential" | "scale">): ResultScale | null {
  if (credential === "bachelor" || credential === "master") return scale
  return establishedScale(country, credential)
}

export function isDegree(credential: string): credential is "bachelor" | "master" {
  return credential === "bachelor" || credential === "master"
}

/** The level that follows what somebody holds. */
export function nextLevel(credential: string): Level {
  if (credential === "bachelor") return "master"
  return credential === "master" ? "phd" : "bachelor"
}

export function caseOf(answers: CheckAnswers): EligibilityCase {
  const { country, credential, scale, result, isPending, taught, tests, toefl } = answers
  return { credential: heldOf(country, credential, scale), result, isPending, proof: { taught, tests, toefl } }
}

function heldOf(country: string, credential: string, scale: DegreeScale | null): HeldCredential {
  if (isDegree(credential)) return { kind: "degree", of: credential, scale: scale ?? "words" }
  return credential === "another" ? { kind: "unknown" } : { kind: "secondary", country, code: credential }
}

export function isLevel(text: string): text is Level {
  return levels.some((level) => level === text)
}
