import { z } from "zod"
import { readEmail, readPhone } from "#app/domain/people/contact.server.ts"
import { countriesSorted, elsewhere, isResidence } from "#app/domain/catalogue/countries.ts"
import { readCode } from "#app/domain/sources/short-code.ts"
import { readReferrer } from "#app/domain/sources/source-key.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { boxField, choicesField, integerField, nameField, optionalChoiceField, textField } from "#app/platform/fields.ts"
import type { Field, University } from "#app/platform/prisma-client/enums.ts"
import { consentBoxes, needsPhone } from "./consent-boxes.ts"

export const oldestBirthYear = 1940
export const youngestAge = 12
export const longestMessage = 4000

/** Fields of study as forms spell them. */
export const formFields = ["engineering", "computing", "business", "agriculture", "social-sciences", "health", "architecture"] as const
export const levels = ["bachelor", "master", "phd"] as const

/** Where somebody may live, as a form offers it. */
export function residenceOptions({ t, language }: Pick<Ctx, "t" | "language">): { value: string; label: string }[] {
  return [
    ...countriesSorted(language).map(({ code, name }) => ({ value: code, label: name })),
    { value: elsewhere, label: t("common.elsewhere") },
  ]
}

/** A field of study as forms, and programs, spell it. */
export function spelledField(field: Field): (typeof formFields)[number] {
  return field === "social_sciences" ? "social-sciences" : field
}

function fieldOf(spelled: (typeof formFields)[number]): Field {
  return spelled === "social-sciences" ? "social_sciences" : spelled
}

/** Looks also when another field is wrong, so that all problems are told at once; a field in trouble is then no text. */
const always = { when: () => true }
const isText = (value: unknown): value is string => typeof value === "string"

let kept: { year: number; form: ReturnType<typeof makeForm> } | null = null

/**
 * The enquiry form; the names of its fields are a contract with other people's scripts. It changes with the year: zod
 * compiles what it is given, which costs more than reading a form, so that one is kept.
 */
export function enquiryForm(today: Date): ReturnType<typeof makeForm> {
  const year = today.getUTCFullYear()
  if (kept?.year !== year) kept = { year, form: makeForm(year) }
  return kept.form
}

function makeForm(year: number) {
  return z
    .object({
      firstName: nameField({ isRequired: false }),
      lastName: nameField({ isRequired: false }),
      email: textField({ max: 254 }).refine((text) => text === "" || readEmail(text) !== null, "field.email"),
      phone: textField({ max: 40 }),
      country: textField({ max: 2, isRequired: true }).refine(isResidence, "field.country"),
      birthYear: integerField({ min: oldestBirthYear, max: year - youngestAge, code: "field.year-range" }),
      level: optionalChoiceField(levels),
      fields: choicesField(formFields),
      message: textField({ max: longestMessage, isLong: true }),
      consent: choicesField(consentBoxes),
      /** Hidden from people; only a program fills it in. */
      website: boxField(),
      idempotencyKey: textField({ max: 100 }),
    })
    .refine(({ firstName, lastName }) => firstName !== "" || lastName !== "", { ...always, path: ["firstName"], error: "field.required" })
    .refine(({ email, phone }) => email !== "" || phone !== "", { ...always, path: ["email"], error: "field.contact-missing" })
    .refine(({ phone, country }) => !isText(phone) || phone === "" || readPhone(phone, isText(country) ? country : elsewhere) !== null, {
      ...always,
      path: ["phone"],
      error: "field.phone",
    })
    .refine(({ phone, consent }) => phone !== "" || !Array.isArray(consent) || !needsPhone(consent), {
      ...always,
      path: ["phone"],
      error: "field.consent-phone",
    })
    .transform((form) => ({
      givenName: form.firstName,
      familyName: form.lastName,
      email: form.email,
      phone: form.phone,
      country: form.country,
      birthYear: form.birthYear ?? null,
      level: form.level ?? null,
      fields: form.fields.map(fieldOf),
      message: form.message,
      consents: form.consent,
      isTrapped: form.website,
      idempotencyKey: form.idempotencyKey === "" ? null : form.idempotencyKey,
    }))
}

/**
 * The parts of an address that say what the enquiry is about and by which road it came: what begins with `utm_` is carried
 * from page to page in the links (app/enhance/form.ts), `utm_code` being a short code of ours and `utm_referrer` the host of
 * the site that led to the first page.
 */
export function readEnquiryAddress(url: URL): {
  programme: string | null
  university: University | null
  utm: Record<string, string>
  code: string | null
  referrer: string
} {
  // Cut between signs: half a one can be kept nowhere.
  const part = (name: string) => {
    const said = (url.searchParams.get(name) ?? "").normalize("NFC").replace(/[\p{C}\ufffd]/gu, "")
    return [...said].slice(0, 120).join("")
  }
  const university = url.searchParams.get("university")
  const utm = Object.fromEntries(
    ["source", "medium", "campaign", "content", "term"].flatMap((name) => {
      const value = part(`utm_${name}`)
      return value === "" ? [] : [[name, value]]
    }),
  )
  return {
    programme: part("about") === "" ? null : part("about"),
    university: university === "AUI" || university === "UM6P" ? university : null,
    utm,
    code: readCode(part("utm_code")),
    referrer: readReferrer(part("utm_referrer"), url.host),
  }
}
