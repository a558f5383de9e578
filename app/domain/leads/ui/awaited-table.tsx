import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { VerbButton } from "#app/ui/desk-parts.tsx"

type Row = {
  id: string
  name: string
  country: string
  expected: string
  day: string
  isConfirmed: boolean
  whose: string
  waiting: string
  happened: string | null
}

/** Awaited events with their days and how many leads wait; an open one is moved, or has happened, at a press. */
export function AwaitedTable({ events }: { events: readonly Row[] }) {
  const { t } = useTranslation()
  return (
    <div className="wrap">
      <table>
        <thead>
          <tr>
            <th>{t("deskWork.awaited.name")}</th>
            <th>{t("deskWork.awaited.expected")}</th>
            <th>{t("deskWork.awaited.whose")}</th>
            <th className="num">{t("deskWork.awaited.waiting")}</th>
            <th>{t("deskWork.awaited.happenedNow")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <th scope="row">
                <bdi>{event.name}</bdi> {event.name.includes(event.country) ? null : <span className="quiet">{event.country}</span>}
              </th>
              <td>
                {event.happened ?? event.expected}{" "}
                {event.happened === null && !event.isConfirmed ? <span className="tag amber">{t("deskWork.sleep.toConfirm")}</span> : null}
                {event.happened === null ? (
                  <Form method="post" action={`/desk/awaited/${event.id}/day`} className="in-line">
                    <input
                      type="date"
                      name="day"
                      defaultValue={event.day}
                      aria-label={t("deskWork.awaited.changeDayNamed", { name: event.name })}
                    />
                    <label>
                      <input type="checkbox" name="isConfirmed" value="1" defaultChecked={event.isConfirmed} />{" "}
                      {t("deskWork.awaited.announced")}
                    </label>
                    <button type="submit" className="act plain" aria-label={`${t("deskWork.awaited.changeDay")}: ${event.name}`}>
                      {t("deskWork.awaited.changeDay")}
                    </button>
                  </Form>
                ) : null}
              </td>
              <td>{event.whose}</td>
              <td className="num">{event.waiting}</td>
              <td>
                {event.happened === null ? (
                  <VerbButton
                    action={`/desk/awaited/${event.id}/happened`}
                    back="/desk/awaited"
                    label={t("deskWork.awaited.happenedNamed", { name: event.name })}
                  >
                    {t("deskWork.awaited.happenedNow")}
                  </VerbButton>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
