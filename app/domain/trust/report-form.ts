import { z } from "zod"
import { boxField, choiceField, optionalChoiceField, textField } from "#app/platform/fields.ts"

export const reportChannels = ["email", "whatsapp", "sms", "call", "social", "letter", "person", "other"] as const
export const longestReport = 4000

/** What somebody tells of a message in our name. */
export const reportForm = z
  .object({
    channel: choiceField(reportChannels),
    message: textField({ max: longestReport, isRequired: true, isLong: true }),
    sender: textField({ max: 200 }),
    money: boxField(),
    about: optionalChoiceField(["AUI", "UM6P"]),
    email: textField({ max: 254 }),
    /** Hidden from people; only a program fills it in. */
    website: boxField(),
  })
  .transform(({ money, about, website, ...said }) => ({
    ...said,
    askedMoney: money,
    about: about ?? ("JOINT" as const),
    isTrapped: website,
  }))

export const reportVerdicts = ["fake", "ours", "unclear"] as const
export const longestVerdict = 1000

/** How staff close a report. */
export const closeReportForm = z.object({
  verdict: choiceField(reportVerdicts),
  words: textField({ max: longestVerdict, isRequired: true, isLong: true }),
})
