import { z } from "zod"
import { countries, elsewhere } from "#app/domain/catalogue/countries.ts"
import { formFields, levels, longestMessage, oldestBirthYear } from "#app/domain/leads/enquiry-form.server.ts"
import { languages } from "#app/locales/languages.ts"

/*
 * What the partner API takes and answers. The same schemas check what comes, and stand in its OpenAPI document. Texts are
 * bounded where they are read, by code points as a reader counts them and as JSON Schema does (`maxLength` here).
 */

const universities = ["AUI", "UM6P"] as const
export const longestConsentText = 2000
export const longestCampaign = 120
export const longestSlug = 200

/** How a partner came to the consent that it hands over. */
export const consentBases = ["online-form", "paper-form", "spoken"] as const

export const leadBody = z
  .strictObject({
    firstName: z
      .string()
      .meta({ description: "In any script. One of the two names is enough.", maxLength: 120, examples: ["Awa"] })
      .optional(),
    lastName: z
      .string()
      .meta({ maxLength: 120, examples: ["Diop"] })
      .optional(),
    email: z
      .string()
      .meta({ description: "An e-mail address or a phone number is needed.", maxLength: 254, examples: ["awa.diop@example.org"] })
      .optional(),
    phone: z
      .string()
      .meta({ description: "As it is written in `country`, or with + and the country's code.", maxLength: 40, examples: ["+221771234567"] })
      .optional(),
    country: z.enum([...countries.map(({ code }) => code), elsewhere]).meta({
      description: "Where the candidate lives: an ISO 3166-1 code of one of the 54 countries of Africa, or ZZ for elsewhere.",
    }),
    language: z.enum(languages).meta({ description: "In which language the candidate is answered." }),
    birthYear: z
      .int()
      .meta({ description: "From 1940; at least 12 years ago.", minimum: oldestBirthYear, maximum: 9999, examples: [2007] })
      .optional(),
    level: z.enum(levels).optional(),
    fields: z.array(z.enum(formFields)).meta({ description: "Fields of study." }).optional(),
    message: z.string().meta({ description: "What the candidate asks, in their own words.", maxLength: longestMessage }).optional(),
    programme: z
      .string()
      .meta({ description: "The `slug` of the programme it is about.", maxLength: longestSlug, examples: ["aui-artificial-intelligence"] })
      .optional(),
    campaign: z
      .string()
      .meta({ description: "Your own word for where it came from, such as a fair.", maxLength: longestCampaign })
      .optional(),
    consent: z
      .strictObject({
        basis: z.enum(consentBases).meta({ description: "How it was given." }),
        textShown: z.string().meta({
          description: "Word for word what the candidate agreed to. It is kept as the proof.",
          minLength: 1,
          maxLength: longestConsentText,
        }),
        givenAt: z.iso.datetime({ offset: true }).meta({ description: "When it was given: not before 2000, and not in the future." }),
        gives: z
          .array(
            z.strictObject({
              university: z.enum(universities),
              channel: z.enum(["email", "whatsapp", "sms", "call"]),
              purpose: z.enum(["news", "events"]),
            }),
          )
          .min(1)
          .meta({ description: "What was agreed to; a channel needs its address, or its number." }),
      })
      .meta({
        description:
          "Only what the candidate was asked and agreed to. An answer to their question needs none. It sleeps until the address is confirmed, and for a minor until a guardian agrees.",
      })
      .optional(),
  })
  .meta({
    description: "One contact that a candidate made with you.",
    allOf: [
      { anyOf: [{ required: ["email"] }, { required: ["phone"] }] },
      { anyOf: [{ required: ["firstName"] }, { required: ["lastName"] }] },
    ],
  })

export type LeadBody = z.output<typeof leadBody>

export const leadAnswer = z.strictObject({
  reference: z
    .string()
    .meta({ description: "The candidate's reference, by which both universities find the contact.", examples: ["K7M-2XQ-94T"] }),
  answeredBy: z.enum(["mail", "call"]).meta({ description: "mail: they are mailed a confirmation now; call: an officer calls." }),
})

export type LeadAnswer = z.output<typeof leadAnswer>

const moment = z.iso.datetime()

const intake = z.strictObject({
  id: z.uuid(),
  admissionYear: z.int(),
  startsOn: z.iso.date(),
  opensAt: moment,
  closesAt: moment,
  window: z.enum(["later", "open", "closed"]).meta({ description: "Where its dates stand at this moment." }),
  seats: z.int(),
  feeMinor: z.int().meta({ description: "Application fee in the currency's minor unit; 0 is free." }),
  feeCurrency: z.string().meta({ description: "ISO 4217." }),
  isSample: z.boolean().meta({ description: "Made up for a demonstration: show it as a sample, never as a fact." }),
  takesApplications: z.boolean().meta({ description: "Whether a candidate can apply to it at this moment." }),
})

const programme = z.strictObject({
  slug: z.string(),
  url: z.url().meta({ description: "Its page in the answer's language." }),
  title: z.string(),
  summary: z.string(),
  university: z.enum([...universities, "JOINT"]).meta({ description: "JOINT: of both universities." }),
  level: z.enum(levels),
  field: z.enum(formFields),
  teachingLanguages: z.array(z.enum(languages)),
  city: z.string(),
  school: z.string(),
  standing: z.enum(["announced", "open", "closed", "sample"]).meta({
    description: "What may be said of it: announced (in the memorandum), open, closed, or sample data that is no fact.",
  }),
  intakes: z.array(intake),
})

export const programmesAnswer = z.strictObject({
  language: z.enum(languages),
  programmes: z.array(programme),
  next: z.url().nullable().meta({ description: "Address of the next page; null on the last one." }),
})

export type ProgrammesAnswer = z.output<typeof programmesAnswer>

export const problemAnswer = z.strictObject({
  type: z.string().meta({ description: "`urn:rihla:problem:` and the code." }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: "One sentence in the language of Accept-Language." }),
  code: z.string(),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().optional().meta({ description: "Where in the body (RFC 6901), such as #/email." }),
        parameter: z.string().optional().meta({ description: "Which part of the query." }),
        header: z.string().optional().meta({ description: "Which header." }),
        code: z.string(),
        detail: z.string(),
      }),
    )
    .optional(),
})
