import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { writeSeen } from "../attendance-form.ts"
import type { Guest } from "../guest-queries.server.ts"

/** A guest as the table shows one: days, countries and languages are written on the server. */
export type GuestRow = Pick<Guest, "rsvpId" | "name" | "kind" | "email" | "phone" | "attendance" | "isWithdrawn" | "leadId"> & {
  about: string
  registered: string
}

type Props = {
  guests: readonly GuestRow[]
  /** The address of the verb that notes who came; null while nothing can be noted. */
  noteTo: string | null
  back: string
}

/**
 * Who registered or came; each leads to their lead at this university. Rows are ticked and noted together, or each by its
 * own button, in one form: it needs no script. Every box carries the note that stood here when the page was made.
 */
export function GuestTable({ guests, noteTo, back }: Props) {
  const { t } = useTranslation()
  const table = <GuestRows guests={guests} noteTo={noteTo} />
  if (noteTo === null) return table
  return (
    // Fresh boxes after each note.
    <Form key={guests.map(({ attendance }) => attendance).join()} method="post" action={noteTo} preventScrollReset>
      <input type="hidden" name="back" value={back} />
      <p className="marking">
        <span className="quiet">{t("deskEvents.attendance.ticked")}</span>
        <button type="submit" name="to" value="came" className="act go">
          {t("deskEvents.attendance.came")}
        </button>
        <button type="submit" name="to" value="missed" className="act plain">
          {t("deskEvents.attendance.missed")}
        </button>
        <button type="submit" formAction={`${noteTo}/clear`} className="act plain">
          {t("deskEvents.attendance.clear")}
        </button>
      </p>
      {table}
    </Form>
  )
}

function GuestRows({ guests, noteTo }: Omit<Props, "back">) {
  const { t } = useTranslation()
  return (
    <div className="wrap">
      <table className="guests">
        <thead>
          <tr>
            {noteTo === null ? null : (
              <th scope="col">
                <span className="sr">{t("deskEvents.attendance.tick")}</span>
              </th>
            )}
            {(["name", "about", "contact", "registered", "attendance"] as const).map((key) => (
              <th key={key} scope="col">
                {t(`deskEvents.guest.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guests.map((guest) => (
            <tr key={guest.rsvpId}>
              {noteTo === null ? null : (
                <td className="tick">
                  <input
                    type="checkbox"
                    name="guest"
                    value={writeSeen({ rsvpId: guest.rsvpId, from: guest.attendance })}
                    aria-label={guest.name}
                  />
                </td>
              )}
              <th scope="row" aria-label={guest.name}>
                {guest.leadId === null ? (
                  <bdi>{guest.name}</bdi>
                ) : (
                  <Link to={`/desk/leads/${guest.leadId}`} data-row>
                    <bdi>{guest.name}</bdi>
                  </Link>
                )}
              </th>
              <td>{guest.about}</td>
              <td>
                {[guest.email, guest.phone].map((contact) =>
                  contact === null ? null : (
                    <span key={contact} className="contact">
                      <bdi dir="ltr">{contact}</bdi>
                    </span>
                  ),
                )}
              </td>
              <td>
                {guest.registered}
                {guest.kind === "walk_in" ? <small className="quiet"> {t("deskEvents.way.walk_in")}</small> : null}
                {guest.isWithdrawn ? <small className="quiet"> {t("deskEvents.way.withdrawn")}</small> : null}
              </td>
              <td>
                <AttendanceCell guest={guest} noteTo={noteTo} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is noted of one guest, with the buttons to note it and to take it back. */
function AttendanceCell({ guest: { rsvpId, name, attendance }, noteTo }: { guest: GuestRow; noteTo: string | null }) {
  const { t } = useTranslation()
  const seen = writeSeen({ rsvpId, from: attendance })
  const noted =
    attendance === null ? null : (
      <span className={attendance === "came" ? "tag" : "tag late"}>{t(`deskEvents.attendance.${attendance}`)}</span>
    )
  if (noteTo === null) return noted ?? <span className="quiet">{t("deskEvents.attendance.unnoted")}</span>
  if (noted !== null)
    return (
      <span className="guest-marks">
        {noted}{" "}
        <button
          type="submit"
          name="one"
          value={seen}
          formAction={`${noteTo}/clear`}
          className="act link"
          aria-label={`${t("deskEvents.attendance.clear")}: ${name}`}
        >
          {t("deskEvents.attendance.clear")}
        </button>
      </span>
    )
  return (
    <span className="guest-marks">
      {(["came", "missed"] as const).map((to) => (
        <button
          key={to}
          type="submit"
          name="one"
          value={`${seen} ${to}`}
          className="act plain"
          aria-label={`${t(`deskEvents.attendance.${to}`)}: ${name}`}
        >
          {t(`deskEvents.attendance.${to}`)}
        </button>
      ))}
    </span>
  )
}
