import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { Panel } from "#app/ui/desk-parts.tsx"

/* What is known about the person of a lead, as an officer reads it. Words and dates come ready in the reader's language. */

type Enquiry = { id: string; reference: string; message: string; checked: string[] | null; about: string; at: string }

/** What they asked, in their words. */
export function EnquiriesPanel({ enquiries }: { enquiries: readonly Enquiry[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.leads.asked")}>
      {enquiries.length === 0 ? <p className="quiet">{t("desk.leads.askedNothing")}</p> : null}
      {enquiries.map((enquiry) => (
        <div key={enquiry.id} className="ask">
          {enquiry.message === "" ? (
            <p className="quiet">{t("desk.leads.noMessage")}</p>
          ) : (
            <p className="words" dir="auto">
              {enquiry.message}
            </p>
          )}
          {enquiry.checked === null ? null : (
            <p>
              {t("desk.leads.checked")} <bdi>{enquiry.checked.join(" · ")}</bdi>
            </p>
          )}
          <small>
            {enquiry.about === "" ? null : `${enquiry.about} · `}
            <bdi className="mono">{enquiry.reference}</bdi> · {enquiry.at}
          </small>
        </div>
      ))}
    </Panel>
  )
}

type Duplicate = { id: string; name: string; about: string; reason: string; leadId: string | null }

type MergedIn = { id: string; name: string; at: string }

/** People who may be the same one, and those who were found to be. */
export function DuplicatesPanel({
  duplicates,
  merges,
  leadId,
}: {
  duplicates: readonly Duplicate[]
  merges: readonly MergedIn[]
  leadId: string
}) {
  const { t } = useTranslation()
  const isKnown = duplicates.length + merges.length > 0
  return (
    <Panel
      title={t(merges.length > 0 && duplicates.length === 0 ? "deskIdentity.mergedPanel" : "desk.leads.duplicates")}
      tone={isKnown ? "saffron" : "plain"}
    >
      <ul className="plain-list">
        {duplicates.map((other, place) => (
          <li key={other.id}>
            <bdi>
              <b>{other.name}</b>
            </bdi>{" "}
            <span className="quiet">{other.about}</span>
            <br />
            {other.reason}.{" "}
            <Link
              to={`/desk/duplicates/${other.id}`}
              data-key={place === 0 ? "2" : undefined}
              aria-keyshortcuts={place === 0 ? "2" : undefined}
            >
              {t("deskIdentity.compareLink")}
            </Link>
            {other.leadId === null ? <span className="quiet"> {t("desk.leads.duplicateElsewhere")}</span> : null}
          </li>
        ))}
        {merges.map((merge) => (
          <li key={merge.id}>
            {duplicates.length > 0 ? `${t("deskIdentity.mergedPanel")} ` : null}
            <Link to={`/desk/merges/${merge.id}`}>
              <bdi>{merge.name}</bdi>
            </Link>{" "}
            <small>{merge.at}</small>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/desk/leads/${leadId}/same`}>{t("deskIdentity.byHand.open")}</Link>
      </p>
    </Panel>
  )
}

type Choice = { id: string; title: string; state: string }

/** What they chose here; who may not read choices sees where they stand, and no more. */
export function ChoicesPanel({ choices, mayOpen }: { choices: readonly Choice[]; mayOpen: boolean }) {
  const { t } = useTranslation()
  if (choices.length === 0) return null
  return (
    <Panel title={t("desk.leads.choices")} tone="clay">
      <ul className="plain-list">
        {choices.map((choice) => (
          <li key={choice.id}>
            {mayOpen ? <Link to={`/desk/choices/${choice.id}`}>{choice.title}</Link> : choice.title} · {choice.state}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
