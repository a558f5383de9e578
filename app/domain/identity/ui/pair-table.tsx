import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"

/* Two persons side by side. Words and dates come ready in the reader's language. */

export type PairColumn = {
  id: string
  name: string
  contacts: { text: string; isProved: boolean; signsIn: boolean }[]
  enquiries: { id: string; message: string; about: string }[]
  years: string
  lead: { href: string; text: string } | null
  isKnownElsewhere: boolean
  since: string
}

export type PairField = {
  field: "name" | "birth" | "language" | "country" | "city" | "school"
  kept: string
  away: string
  isSame: boolean
  preferred: "kept" | "away"
}

type Props = { kept: PairColumn; away: PairColumn; fields: readonly PairField[]; turnTo: string | null; mayChoose: boolean }

/** Field by field; where they differ, one of the two is chosen. */
export function PairTable({ kept, away, fields, turnTo, mayChoose }: Props) {
  const { t } = useTranslation()
  const columns = [kept, away] as const
  const row = (key: "contacts" | "enquiries" | "years" | "lead" | "since", cell: (column: PairColumn) => ReactNode) => (
    <tr>
      <th scope="row">{t(`deskIdentity.field.${key}`)}</th>
      {columns.map((column) => (
        <td key={column.id}>{cell(column)}</td>
      ))}
    </tr>
  )
  return (
    <div className="wrap">
      <table className="pair">
        <thead>
          <tr>
            <th scope="col">{t("deskIdentity.choose")}</th>
            <th scope="col">
              <span className="tag">{t("deskIdentity.keptColumn")}</span> <bdi>{kept.name}</bdi>
            </th>
            <th scope="col">
              <span className="tag amber">{t("deskIdentity.awayColumn")}</span> <bdi>{away.name}</bdi>{" "}
              {turnTo === null ? null : <Link to={turnTo}>{t("deskIdentity.keepOther")}</Link>}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.field}>
              <th scope="row">{t(`deskIdentity.field.${field.field}`)}</th>
              {(["kept", "away"] as const).map((side) => (
                <td key={side}>
                  {field.isSame || !mayChoose ? (
                    <Said text={field[side]} />
                  ) : (
                    <label className="pick">
                      <input type="radio" name={field.field} value={side} defaultChecked={field.preferred === side} />{" "}
                      <Said text={field[side]} />
                    </label>
                  )}
                </td>
              ))}
            </tr>
          ))}
          {row("contacts", ({ contacts }) => (
            <ul className="plain-list">
              {contacts.map((contact) => (
                <li key={contact.text}>
                  <bdi dir="ltr">{contact.text}</bdi> {contact.isProved ? <small>({t("desk.leads.proved")})</small> : null}{" "}
                  {contact.signsIn ? <span className="tag">{t("deskIdentity.signsIn")}</span> : null}
                </li>
              ))}
            </ul>
          ))}
          {row("enquiries", ({ enquiries }) =>
            enquiries.length === 0 ? (
              <span className="quiet">{t("deskIdentity.noEnquiry")}</span>
            ) : (
              <ul className="plain-list">
                {enquiries.map((enquiry) => (
                  <li key={enquiry.id}>
                    {enquiry.message === "" ? (
                      <span className="quiet">{t("deskIdentity.noMessage")}</span>
                    ) : (
                      <bdi className="block">{enquiry.message}</bdi>
                    )}{" "}
                    <small>{enquiry.about}</small>
                  </li>
                ))}
              </ul>
            ),
          )}
          {row("years", ({ years }) => (years === "" ? <span className="quiet">{t("deskIdentity.noApplication")}</span> : years))}
          {row("lead", ({ lead, isKnownElsewhere }) =>
            lead === null ? (
              <span className="quiet">{t(isKnownElsewhere ? "deskIdentity.onlyElsewhere" : "deskIdentity.noLead")}</span>
            ) : (
              <Link to={lead.href}>{lead.text}</Link>
            ),
          )}
          {row("since", ({ since }) => since)}
        </tbody>
      </table>
    </div>
  )
}

function Said({ text }: { text: string }) {
  const { t } = useTranslation()
  return text === "" ? <span className="quiet">{t("deskIdentity.unsaid")}</span> : <bdi>{text}</bdi>
}
