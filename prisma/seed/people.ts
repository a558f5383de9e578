import { countries, type Country } from "#app/domain/catalogue/countries.ts"
import type { EnquiryInput } from "#app/domain/leads/make-enquiry.server.ts"
import type { Language } from "#app/locales/languages.ts"
import { foldName } from "#app/platform/text.ts"
import type { Field, Level, StaffRole, University } from "#app/platform/prisma-client/enums.ts"
import { pick, someName } from "./names.ts"

export type StaffSeed = {
  givenName: string
  familyName: string
  email: string
  role: StaffRole
  university: University | null
  language: Language
}

const staffNames: Record<University, Record<Exclude<StaffRole, "admin">, readonly [string, string]>> = {
  AUI: {
    outreach: ["Nadia", "Berrada"],
    officer: ["Salma", "Benjelloun"],
    reviewer: ["Karim", "Tazi"],
    head: ["Hind", "Lahlou"],
    campaigns: ["Youssef", "Chraibi"],
    director: ["Rachid", "Sefrioui"],
  },
  UM6P: {
    outreach: ["Imane", "Ouazzani"],
    officer: ["Idriss", "Sow"],
    reviewer: ["Meryem", "Kettani"],
    head: ["Omar", "Rahmouni"],
    campaigns: ["Ghita", "Fassi"],
    director: ["Laila", "Mernissi"],
  },
}

const staffRoles = ["outreach", "officer", "reviewer", "head", "campaigns", "director"] as const

/** The demonstration's staff: each role at each university, and the alliance's admin. */
export const staffSeeds: readonly StaffSeed[] = [
  { givenName: "Zineb", familyName: "Alaoui", email: "admin@rihla.example", role: "admin", university: null, language: "en" },
  ...(["AUI", "UM6P"] as const).flatMap((university) =>
    staffRoles.map((role): StaffSeed => {
      const [givenName, familyName] = staffNames[university][role]
      const language = university === "AUI" ? "en" : "fr"
      return { givenName, familyName, email: `${role}@${university.toLowerCase()}.example`, role, university, language }
    }),
  ),
]

export type PersonSeed = {
  enquiry: EnquiryInput
  language: Language
  hasEmail: boolean
  level: Level
  field: Field
  country: Country
  birthYear: number
}

const fields: readonly Field[] = ["engineering", "computing", "business", "agriculture", "social_sciences", "health", "architecture"]
const sources = ["facebook", "whatsapp", "radio", "school", "fair", "search", "friend", ""] as const

const messages: Record<Language, readonly string[]> = {
  en: [
    "Which scholarships can I apply for?",
    "I am waiting for my results. May I apply now?",
    "Is English enough to study at UM6P?",
    "What does one year cost with housing?",
    "",
    "",
    "",
  ],
  fr: [
    "Je voudrais connaître les bourses.",
    "J’attends mes résultats : puis-je déjà candidater ?",
    "Combien coûte une année avec le logement ?",
    "Faut-il parler anglais pour venir à Ifrane ?",
    "",
    "",
    "",
  ],
  ar: [
    "ما هي المنح المتاحة؟",
    "أنتظر نتائج البكالوريا، هل يمكنني الترشح الآن؟",
    "كم تكلف السنة مع السكن؟",
    "هل اللغة الإنجليزية ضرورية؟",
    "",
    "",
    "",
  ],
}

/** Somebody made up who asks a question: by phone, by e-mail, or both, from each country in turn. */
export function somePerson(index: number, year: number, programmes: readonly string[], chance: () => number): PersonSeed {
  const country = countries[index % countries.length]
  if (country === undefined) throw new Error("There are no countries")
  const name = someName(country.code, chance)
  const level: Level = chance() < 0.58 ? "bachelor" : chance() < 0.8 ? "master" : "phd"
  const age =
    level === "bachelor"
      ? 17 + Math.floor(chance() * 5)
      : level === "master"
        ? 22 + Math.floor(chance() * 7)
        : 26 + Math.floor(chance() * 9)
  const birthYear = year - age
  const field = pick(fields, chance)
  const way = chance()
  const hasEmail = way < 0.84
  const hasPhone = way >= 0.3
  const latin =
    foldName(`${name.givenName} ${name.familyName}`)
      .replace(/[^a-z]+/g, ".")
      .replace(/^\.+|\.+$/g, "") || "candidate"
  const about = chance()
  const source = pick(sources, chance)
  return {
    language: name.language,
    hasEmail,
    level,
    field,
    country,
    birthYear,
    enquiry: {
      givenName: name.givenName,
      familyName: name.familyName,
      email: hasEmail ? `${latin}.${index}@example.org` : "",
      phone: hasPhone ? country.phoneExample.replace(/\d{3}$/, String(100 + (index % 900))) : "",
      country: country.code,
      birthYear,
      level,
      fields: chance() < 0.3 ? [field, pick(fields, chance)] : [field],
      message: pick(messages[name.language], chance),
      consents: chance() < 0.82 ? ["email"] : [],
      programme: about < 0.35 ? pick(programmes, chance) : null,
      university: about >= 0.35 && about < 0.6 ? (about < 0.48 ? "AUI" : "UM6P") : null,
      utm: source === "" ? {} : { source },
      kind: "form",
    },
  }
}
