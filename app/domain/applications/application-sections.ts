import type { CredentialKind, Level } from "#app/platform/prisma-client/enums.ts"

/** The sections of an application, in the order they are filled in. Review and declaring come after them. */
export const sections = ["about", "education", "choices", "motivation", "funding"] as const
export type Section = (typeof sections)[number]

/** What an application may lack, by section. Each code has its words under `apply.missing`. */
export type Missing =
  | "names"
  | "birthDate"
  | "nationality"
  | "residence"
  | "guardian"
  | "credential"
  | "secondary"
  | "degree"
  | "credentialDetails"
  | "result"
  | "choice"
  | "motivation"
  | "plan"

export type SectionFacts = {
  givenNames: string
  familyName: string
  birthDate: Date | null
  nationalities: readonly string[]
  residence: string | null
  /** A minor whose guardian has not been named. */
  lacksGuardian: boolean
  credentials: readonly {
    kind: CredentialKind
    code: string
    words: string
    institution: string
    year: number | null
    result: string
    isPending: boolean
  }[]
  choices: readonly { level: Level }[]
  motivation: string
  fundingPlan: string | null
}

/** The kinds of credential that the chosen levels ask for: a school diploma for a bachelor, the last degree beyond. */
export function credentialsAskedFor(levels: readonly Level[]): CredentialKind[] {
  const asked: CredentialKind[] = []
  if (levels.includes("bachelor")) asked.push("secondary")
  if (levels.some((level) => level !== "bachelor")) asked.push("degree")
  return asked
}

/** What a section still lacks; empty when it is complete. */
export function missingIn(section: Section, facts: SectionFacts): Missing[] {
  switch (section) {
    case "about":
      return only([
        [facts.givenNames === "" && facts.familyName === "", "names"],
        [facts.birthDate === null, "birthDate"],
        [facts.nationalities.length === 0, "nationality"],
        [facts.residence === null, "residence"],
        [facts.lacksGuardian, "guardian"],
      ])
    case "education":
      return missingInEducation(facts)
    case "choices":
      return only([[facts.choices.length === 0, "choice"]])
    case "motivation":
      return only([[facts.motivation === "", "motivation"]])
    case "funding":
      return only([[facts.fundingPlan === null, "plan"]])
  }
}

function missingInEducation({ credentials, choices }: SectionFacts): Missing[] {
  const given = new Set(credentials.map((credential) => credential.kind))
  const asked = credentialsAskedFor(choices.map((choice) => choice.level))
  return only([
    [credentials.length === 0 && asked.length === 0, "credential"],
    [asked.includes("secondary") && !given.has("secondary"), "secondary"],
    [asked.includes("degree") && !given.has("degree"), "degree"],
    [
      credentials.some(
        (credential) => credential.institution === "" || credential.year === null || (credential.code === "" && credential.words === ""),
      ),
      "credentialDetails",
    ],
    [credentials.some((credential) => !credential.isPending && credential.result === ""), "result"],
  ])
}

function only(pairs: readonly (readonly [boolean, Missing])[]): Missing[] {
  return pairs.flatMap(([isMissing, code]) => (isMissing ? [code] : []))
}

/** Every section with what it lacks, in order. */
export function sectionsOf(facts: SectionFacts): { section: Section; missing: Missing[] }[] {
  return sections.map((section) => ({ section, missing: missingIn(section, facts) }))
}

/** The section after this one; after the last comes the review. */
export function sectionAfter(section: Section): Section | "review" {
  return sections[sections.indexOf(section) + 1] ?? "review"
}

/** The part of a list that belongs to a section. */
export function partOf<Part extends { section: Section }>(parts: readonly Part[], section: Section): Part {
  const part = parts.find((candidate) => candidate.section === section)
  if (part === undefined) throw new Error(`No part is called ${section}`)
  return part
}
