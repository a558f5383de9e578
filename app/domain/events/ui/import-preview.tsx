import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { sentence } from "#app/ui/sentence.ts"
import type { CheckedRow } from "../check-list.server.ts"

type Props = { eventId: string; text: string; country: string; language: string; rows: readonly CheckedRow[] }

const looks = { faulty: "tag late", repeated: "tag", guest: "tag", known: "tag", new: "tag amber" } as const

/** What a list will do, row by row, and the one button that does it. */
export function ImportPreview({ eventId, text, country, language, rows }: Props) {
  const { t } = useTranslation()
  const count = rows.filter(willWrite).length
  const faulty = rows.filter(({ fate }) => fate === "faulty").length
  return (
    <section className="panel wide clay" aria-labelledby="preview">
      <h2 id="preview">{t("deskEvents.import.preview")}</h2>
      {faulty === 0 ? null : <p className="wrong-why">{t("deskEvents.import.faulty", { count: faulty })}</p>}
      <p className="quiet">{t("deskEvents.import.consent")}</p>
      {count === 0 ? (
        <p>{t("deskEvents.import.nothing")}</p>
      ) : (
        <form method="post" action={`/desk/events/${eventId}/import/take`} encType="multipart/form-data" className="acts">
          <input type="hidden" name="list" value={text} />
          <input type="hidden" name="country" value={country} />
          <input type="hidden" name="language" value={language} />
          <button type="submit" className="act go">
            {t("deskEvents.import.take", { count })}
          </button>
        </form>
      )}
      <div className="wrap">
        <table className="guests">
          <thead>
            <tr>
              {(["line", "name", "contact", "fate"] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`deskEvents.import.column.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <th scope="row">
                  <bdi>{`${row.givenName} ${row.familyName}`.trim()}</bdi>
                </th>
                <td>
                  {[row.email, row.phone].map((contact) =>
                    contact === "" ? null : (
                      <bdi key={contact} dir="ltr" className="contact">
                        {contact}
                      </bdi>
                    ),
                  )}
                </td>
                <td>
                  <span className={looks[row.fate]}>{t(`deskEvents.import.fate.${row.fate}`)}</span> {whyOf(t, row)}{" "}
                  {"leadId" in row && row.leadId !== null ? (
                    <Link to={`/desk/leads/${row.leadId}`}>{t("deskEvents.import.lead")}</Link>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function willWrite(row: CheckedRow): boolean {
  return row.fate === "known" || row.fate === "new" || (row.fate === "guest" && row.attendance !== "came")
}

function whyOf(t: TFunction, row: CheckedRow): string {
  switch (row.fate) {
    case "faulty":
      return sentence(t, row.refusal.code, row.refusal.details)
    case "repeated":
      return t("deskEvents.import.why.repeated", { line: row.earlier })
    case "guest":
      return t(`deskEvents.import.why.${row.attendance ?? "unnoted"}`)
    case "known":
      return t("deskEvents.import.why.known")
    case "new":
      return t("deskEvents.import.why.new")
  }
}
