import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { Panel, VerbButton } from "#app/ui/desk-parts.tsx"

export type KioskFacts = {
  id: string
  eventId: string
  event: string
  code: string
  standing: "open" | "expired" | "closed"
  until: string
  tablets: { id: string; number: string; taken: string; seen: string; isRevoked: boolean }[]
}

/** One kiosk with its tablets, and what can be done with them. */
export function KioskCard({ kiosk }: { kiosk: KioskFacts }) {
  const { t } = useTranslation()
  return (
    <Panel title={kiosk.event}>
      <p>
        <Link to={`/desk/events/${kiosk.eventId}`}>{t("kiosk.desk.event")}</Link> · {t("kiosk.desk.code")}{" "}
        <code dir="ltr">{kiosk.code}</code> ·{" "}
        {kiosk.standing === "open" ? t("kiosk.desk.until", { day: kiosk.until }) : t(`kiosk.desk.${kiosk.standing}`)}
      </p>
      {kiosk.tablets.length === 0 ? (
        <p className="quiet">{t("kiosk.desk.noTablets")}</p>
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                {(["tablet", "taken", "seen", "standing"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`kiosk.desk.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kiosk.tablets.map((tablet) => (
                <tr key={tablet.id}>
                  <th scope="row">{tablet.number}</th>
                  <td>{tablet.taken}</td>
                  <td>{tablet.seen}</td>
                  <td>
                    {tablet.isRevoked ? (
                      <>
                        <span className="quiet">{t("kiosk.desk.revoked")}</span>{" "}
                        <VerbButton action={`/desk/kiosk/tablets/${tablet.id}/restore`} back="/desk/kiosk" look="link">
                          {t("kiosk.desk.restore")}
                        </VerbButton>
                      </>
                    ) : (
                      <VerbButton action={`/desk/kiosk/tablets/${tablet.id}/revoke`} back="/desk/kiosk">
                        {t("kiosk.desk.revoke")}
                      </VerbButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="acts">
        <VerbButton action={`/desk/kiosk/${kiosk.id}/extend`} back="/desk/kiosk">
          {t("kiosk.desk.extend")}
        </VerbButton>
        {kiosk.standing === "open" ? (
          <VerbButton action={`/desk/kiosk/${kiosk.id}/close`} back="/desk/kiosk" look="warn">
            {t("kiosk.desk.close")}
          </VerbButton>
        ) : null}
      </div>
    </Panel>
  )
}
