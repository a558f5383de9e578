import { useTranslation } from "react-i18next"
import { DateField } from "#app/ui/date-field.tsx"
import { VerbButton } from "#app/ui/desk-parts.tsx"
import { PostForm, SelectField, Submit } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = {
  absences: readonly { id: string; name: string; days: string; mayRemove: boolean }[]
  /** Colleagues whose absence the reader may enter; none for who enters only their own. */
  people: readonly { id: string; name: string }[]
  me: string
  reply: FormReply | undefined
}

/** Who is or will be away, and the form to enter it. */
export function AbsencePanel({ absences, people, me, reply }: Props) {
  const { t } = useTranslation()
  const labels = {
    person: t("deskWork.team.absenceWho"),
    from: t("deskWork.team.absenceFrom"),
    until: t("deskWork.team.absenceUntil"),
  }
  return (
    <>
      <h2>{t("deskWork.team.absences")}</h2>
      {absences.length === 0 ? <p className="quiet">{t("deskWork.team.noAbsence")}</p> : null}
      <ul className="plain-list">
        {absences.map((one) => (
          <li key={one.id} className="in-line">
            <bdi>{one.name}</bdi> <span className="quiet">{one.days}</span>
            {one.mayRemove ? (
              <VerbButton
                action="/desk/team/absence-remove"
                back="/desk/team"
                values={{ absence: one.id }}
                look="link"
                label={t("deskWork.team.absenceRemove", { name: one.name })}
              >
                {t("deskWork.team.remove")}
              </VerbButton>
            ) : null}
          </li>
        ))}
      </ul>
      <h3>{t("deskWork.team.absenceAdd")}</h3>
      <PostForm reply={reply} labels={labels} className="lone-form">
        <div className="form-row">
          {people.length === 0 ? null : (
            <SelectField
              name="person"
              label={labels.person}
              value={me}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <DateField name="from" label={labels.from} value="" reply={reply} />
          <DateField name="until" label={labels.until} value="" reply={reply} />
        </div>
        <p>
          <Submit isQuiet>{t("deskWork.team.absenceSave")}</Submit>
        </p>
      </PostForm>
    </>
  )
}
