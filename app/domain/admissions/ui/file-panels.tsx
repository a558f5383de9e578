import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import type { Language } from "#app/locales/languages.ts"
import { Facts, Panel } from "#app/ui/desk-parts.tsx"

/* What an application says, as an officer reads it. Words and dates come ready in the reader's language. */

type Credential = {
  id: string
  kind: string
  name: string
  institution: string
  country: string | null
  year: string | null
  result: string
  scale: string
  isPending: boolean
}

/** What they learned, and the result on its own scale. */
export function EducationPanel({ credentials }: { credentials: readonly Credential[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.choices.education")}>
      {credentials.map((credential) => (
        <div key={credential.id} className="ask">
          <b>
            <bdi>{credential.name}</bdi>
          </b>{" "}
          <span className="quiet">{credential.kind}</span>
          <Facts
            rows={[
              [
                t("desk.choices.result"),
                credential.isPending ? (
                  t("desk.choices.pending")
                ) : (
                  <>
                    <b>
                      <bdi dir="ltr">{credential.result}</bdi>
                    </b>{" "}
                    <span className="quiet">{credential.scale}</span>
                  </>
                ),
              ],
              [t("desk.choices.institution"), credential.institution === "" ? null : <bdi key="i">{credential.institution}</bdi>],
              [t("desk.choices.country"), credential.country],
              [t("desk.choices.year"), credential.year],
            ]}
          />
        </div>
      ))}
      <p className="quiet">{t("desk.choices.documentsLater")}</p>
    </Panel>
  )
}

type Person = {
  lives: string | null
  nationalities: string
  born: string | null
  guardian: string | null
  reads: string
  contacts: readonly { kind: "email" | "phone"; text: string }[]
  leadId: string | null
}

/** Who they are and how they are reached. */
export function PersonPanel({ person }: { person: Person }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.choices.person")}>
      <Facts
        rows={[
          [t("desk.choices.lives"), person.lives],
          [t("desk.choices.nationalities"), person.nationalities],
          [t("desk.choices.born"), person.born],
          [t("desk.leads.guardian"), person.guardian],
          [t("desk.choices.writesIn"), person.reads],
          [
            t("desk.leads.contacts"),
            person.contacts.length === 0 ? null : (
              <ul key="contacts" className="plain-list">
                {person.contacts.map((contact) => (
                  <li key={contact.text}>
                    <a href={`${contact.kind === "email" ? "mailto" : "tel"}:${contact.text}`} dir="ltr">
                      {contact.text}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      {person.leadId === null ? null : (
        <p>
          <Link to={`/desk/leads/${person.leadId}`}>{t("desk.choices.lead")}</Link>
        </p>
      )}
    </Panel>
  )
}

/** Why they apply, in their words. */
export function MotivationPanel({ words, language }: { words: string; language: Language }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.choices.motivation")} isWide>
      {words === "" ? (
        <p className="quiet">{t("desk.choices.noMotivation")}</p>
      ) : (
        <p className="words" dir="auto" lang={language}>
          {words}
        </p>
      )}
    </Panel>
  )
}

/** How they think to pay, and the schemes they hope for. */
export function FundingPanel({ plan, note, schemes }: { plan: string | null; note: string; schemes: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("desk.choices.funding")}>
      <p>{plan}</p>
      {note === "" ? null : (
        <p className="words" dir="auto">
          {note}
        </p>
      )}
      {schemes.length === 0 ? null : (
        <>
          <h3>{t("desk.choices.schemes")}</h3>
          <ul className="plain-list">
            {schemes.map((scheme) => (
              <li key={scheme}>{scheme}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
