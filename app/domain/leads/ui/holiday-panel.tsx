import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { VerbButton } from "#app/ui/desk-parts.tsx"

type Day = { day: string; date: string; name: string }

/** The days a university does not work, and those of a fixed date that a head may confirm. */
export function HolidayPanel({ holidays, proposed, mayEdit }: { holidays: readonly Day[]; proposed: readonly Day[]; mayEdit: boolean }) {
  const { t } = useTranslation()
  const action = "/desk/hours/holiday"
  return (
    <>
      <h2>{t("deskWork.hours.holidays")}</h2>
      {holidays.length === 0 ? <p className="quiet">{t("deskWork.hours.noHolidays")}</p> : null}
      <ul className="plain-list">
        {holidays.map(({ day, date, name }) => (
          <li key={day} className="in-line">
            {date} <bdi>{name}</bdi>
            {mayEdit ? (
              <VerbButton
                action={action}
                back="/desk/hours"
                values={{ day, name: "" }}
                look="link"
                label={t("deskWork.hours.removeNamed", { name: `${name}, ${date}` })}
              >
                {t("deskWork.hours.remove")}
              </VerbButton>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <Form method="post" action={action} className="inline-form">
          <input type="hidden" name="back" value="/desk/hours" />
          <label>
            {t("deskWork.hours.holidayDay")}
            <input type="date" name="day" required />
          </label>
          <label>
            {t("deskWork.hours.holidayName")}
            <input name="name" required maxLength={120} dir="auto" />
          </label>
          <button type="submit" className="act plain">
            {t("deskWork.hours.holidayAdd")}
          </button>
        </Form>
      ) : null}
      {proposed.length === 0 ? null : (
        <>
          <h2>{t("deskWork.hours.proposed")}</h2>
          <p className="quiet">{t("deskWork.hours.proposedHelp")}</p>
          <ul className="plain-list">
            {proposed.map(({ day, date, name }) => (
              <li key={day} className="in-line">
                {date} <bdi>{name}</bdi> <span className="tag amber">{t("deskWork.sleep.toConfirm")}</span>
                {mayEdit ? (
                  <VerbButton
                    action={action}
                    back="/desk/hours"
                    values={{ day, name }}
                    look="link"
                    label={t("deskWork.hours.confirmNamed", { name: `${name}, ${date}` })}
                  >
                    {t("deskWork.hours.confirm")}
                  </VerbButton>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
