import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { Key } from "#app/ui/desk-parts.tsx"
import { useOwnDraft } from "#app/ui/own-draft.ts"
import { closeReasons } from "../lead-states.ts"

/** Closes a lead for one of the reasons there are. */
export function CloseForm({ base, back, stage }: { base: string; back: string; stage: string }) {
  const { t } = useTranslation()
  const { key, value: from, onInput, onSubmit } = useOwnDraft(base, stage)
  return (
    <details className="closing" key={key}>
      <summary className="act" data-key="3" aria-keyshortcuts="3">
        {t("desk.leads.close")} <Key>3</Key>
      </summary>
      <Form method="post" action={`${base}/close`} preventScrollReset onInput={onInput} onSubmit={onSubmit}>
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="from" value={from} />
        <fieldset className="field">
          <legend>{t("desk.leads.closeReason")}</legend>
          {closeReasons.map((reason) => (
            <label key={reason} className="pick">
              <input type="radio" name="reason" value={reason} required /> <span>{t(`desk.closeReason.${reason}`)}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="act warn">
          {t("desk.leads.closeNow")}
        </button>
      </Form>
    </details>
  )
}
