import { Link } from "@react-email/components"
import { z } from "zod"
import type { MailContext } from "../define-mail.ts"
import { Paragraph } from "./letter.tsx"
import { dateTimeIn, moroccoDateTime } from "./morocco-date.ts"

const clock = z.object({ zone: z.string(), country: z.string() })

/** What every mail about an event says of it. */
export const eventFacts = z.object({
  title: z.string(),
  university: z.enum(["AUI", "UM6P", "JOINT"]),
  isOnline: z.boolean(),
  at: z.iso.datetime(),
  place: z.string(),
  /** The clock of the place, when it is not Morocco's. */
  there: clock.nullable(),
  /** The reader's own clock, when it is neither. */
  yours: clock.nullable(),
  link: z.string(),
  isSample: z.boolean(),
  page: z.string(),
})

type Facts = z.output<typeof eventFacts>

/** When and where, by each clock that counts. */
export function EventLines({ facts, context }: { facts: Facts; context: MailContext }) {
  const { t, language } = context
  const { at, there, yours, place, link, isOnline, isSample } = facts
  const other = (clockOf: NonNullable<Facts["there"]>) =>
    t("events.mail.clock", { moment: dateTimeIn(language, at, clockOf.zone), country: clockOf.country })
  return (
    <>
      {isSample ? <Paragraph>{t("events.sample")}</Paragraph> : null}
      <Paragraph>
        <b>{t("events.mail.morocco", { moment: moroccoDateTime(language, at) })}</b>
        {there === null ? null : (
          <>
            <br />
            {other(there)}
          </>
        )}
        {yours === null ? null : (
          <>
            <br />
            {other(yours)}
          </>
        )}
      </Paragraph>
      {isOnline ? (
        <Paragraph>
          {t("events.mail.online")}{" "}
          <Link href={link} dir="ltr">
            {link}
          </Link>
        </Paragraph>
      ) : (
        <Paragraph>{t("events.mail.place", { place })}</Paragraph>
      )}
    </>
  )
}
