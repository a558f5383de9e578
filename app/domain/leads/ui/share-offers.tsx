import { useId } from "react"
import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { VerbButton } from "#app/ui/desk-parts.tsx"

type Offer = { fromId: string; text: string }
type Props = { offers: readonly Offer[]; present: readonly { id: string; name: string }[]; mayShare: boolean }

/** Leads whose officer is away or has left, and those of nobody: shared out by the rules, or given to one. */
export function ShareOffers({ offers, present, mayShare }: Props) {
  const { t } = useTranslation()
  if (offers.length === 0) return null
  return (
    <section className="panel saffron">
      <h2>{t("deskWork.team.offerTitle")}</h2>
      {mayShare ? null : <p className="quiet">{t("deskWork.team.headOnly")}</p>}
      <ul className="plain-list">
        {offers.map((offer) => (
          <li key={offer.fromId}>
            {offer.text}
            {mayShare ? <ShareForms offer={offer} present={present} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ShareForms({ offer, present }: { offer: Offer; present: Props["present"] }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="in-line">
      <VerbButton
        action="/desk/team/share"
        back="/desk/team"
        values={{ from: offer.fromId, to: "" }}
        label={`${t("deskWork.team.share")}: ${offer.text}`}
      >
        {t("deskWork.team.share")}
      </VerbButton>
      <Form method="post" action="/desk/team/share" className="inline-form">
        <input type="hidden" name="back" value="/desk/team" />
        <input type="hidden" name="from" value={offer.fromId} />
        <label htmlFor={id}>{t("deskWork.team.giveTo")}</label>
        <select id={id} name="to" required defaultValue="">
          <option value="" disabled>
            {t("common.form.choose")}
          </option>
          {present
            .filter((one) => one.id !== offer.fromId)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </select>
        <button type="submit" className="act plain" aria-label={`${t("deskWork.team.give")}: ${offer.text}`}>
          {t("deskWork.team.give")}
        </button>
      </Form>
    </div>
  )
}
