import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { sentence } from "#app/ui/sentence.ts"
import { type BatchAct, batchVerbs } from "../batch-acts.ts"
import { closeReasons } from "../lead-states.ts"

type Props = {
  said: Readonly<Record<string, string>>
  owners: readonly { id: string; name: string }[]
  awaited: readonly { value: string; label: string }[]
  problem: { field: string; code: string } | null
}

/** What is to be done with many: a verb, and beside it what the verb is given. Nothing is done by it: it shows whom it meets. */
export function BatchForm({ said, owners, awaited, problem }: Props) {
  const { t } = useTranslation()
  const given: Record<BatchAct["verb"], React.ReactNode> = {
    qualify: null,
    close: (
      <label>
        {t("triage.bulk.closeReason")}{" "}
        <select name="closeReason" defaultValue={said["closeReason"] ?? "no-answer"}>
          {closeReasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(`desk.closeReason.${reason}`)}
            </option>
          ))}
        </select>
      </label>
    ),
    assign: (
      <label>
        {t("triage.bulk.owner")}{" "}
        <select name="owner" defaultValue={said["owner"] ?? ""}>
          <option value="">{t("desk.owner.none")}</option>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    ),
    tag: (
      <label>
        {t("triage.bulk.tag")} <input name="tag" defaultValue={said["tag"] ?? ""} maxLength={60} dir="auto" />
      </label>
    ),
    snooze: (
      <>
        <label>
          {t("triage.bulk.until")} <input type="date" name="until" defaultValue={said["until"] ?? ""} />{" "}
          <small>{t("triage.bulk.untilHelp")}</small>
        </label>
        {awaited.length === 0 ? null : (
          <label>
            {t("deskWork.sleep.awaited")}{" "}
            <select name="awaited" defaultValue={said["awaited"] ?? ""}>
              <option value="">{t("deskWork.sleep.nothing")}</option>
              {awaited.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </>
    ),
  }
  return (
    <Form method="get" className="batch-form">
      <fieldset className="field">
        <legend>{t("triage.bulk.what")}</legend>
        {problem === null ? null : (
          <p className="wrong-why" role="alert">
            {sentence(t, problem.code)}
          </p>
        )}
        {batchVerbs.map((verb) => (
          <div key={verb} className="batch-verb">
            <label className="pick">
              <input type="radio" name="verb" value={verb} defaultChecked={said["verb"] === verb} required />{" "}
              <span>{t(`triage.bulk.verb.${verb}`)}</span>
            </label>
            {given[verb]}
          </div>
        ))}
      </fieldset>
      <button type="submit" className="act go">
        {t("triage.bulk.look")}
      </button>
    </Form>
  )
}
