import { z } from "zod"
import { readEmail } from "#app/domain/people/contact.server.ts"
import { boxField, choiceField, optionalChoiceField, textField } from "#app/platform/fields.ts"
import { reportChannels, reportVerdicts } from "./report-choices.ts"

const longestReport = 4000
const longestVerdict = 1000

/** What somebody tells of a message in our name. */
export const reportForm = z
  .object({
    channel: choiceField(reportChannels),
    message: textField({ max: longestReport, isRequired: true, isLong: true }),
    sender: textField({ max: 200 }),
    money: boxField(),
    about: optionalChoiceField(["AUI", "UM6P"]),
    email: textField({ max: 254 }).refine((text) => text === "" || readEmail(text) !== null, "field.email"),
    /** Hidden from people; only a program fills it in. */
    website: boxField(),
  })
  .transform(({ money, about, website, ...said }) => ({
    ...said,
    askedMoney: money,
    about: about ?? ("JOINT" as const),
    isTrapped: website,
  }))

/** How staff close a report. */
export const closeReportForm = z.object({
  verdict: choiceField(reportVerdicts),
  words: textField({ max: longestVerdict, isRequired: true, isLong: true }),
})
