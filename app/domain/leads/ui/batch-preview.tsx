import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { type FormReply, sentence } from "#app/ui/sentence.ts"
import type { LeftOut } from "../batch-acts.ts"
import { longestBatchReason } from "../batch-form.ts"

type Props = {
  verb: string
  count: number
  leftOut: readonly { why: LeftOut; count: number }[]
  first: readonly { id: string; name: string; state: string }[]
  /** What the form above was given; it is done with the same. */
  said: Readonly<Record<string, string>>
  reply: FormReply | undefined
}

/** Whom it meets, who is left out and why, and the button that does it. */
export function BatchPreview({ verb, count, leftOut, first, said, reply }: Props) {
  const { t } = useTranslation()
  const out = leftOut.reduce((sum, part) => sum + part.count, 0)
  const problem = reply?.problems[0]
  return (
    <section className="panel" aria-labelledby="batch-who">
      <h2 id="batch-who">{verb}</h2>
      <p>{t("triage.bulk.willDo", { count })}</p>
      {out === 0 ? null : (
        <>
          <p>{t("triage.bulk.willLeave", { count: out })}</p>
          <ul>
            {leftOut.map((part) => (
              <li key={part.why}>
                {part.count} · {t(`triage.bulk.why.${part.why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {count === 0 ? (
        <p className="quiet">{t("triage.bulk.nobody")}</p>
      ) : (
        <>
          <details>
            <summary>{t("triage.bulk.who")}</summary>
            <ul>
              {first.map((lead) => (
                <li key={lead.id}>
                  <Link to={`/desk/leads/${lead.id}`}>
                    <bdi>{lead.name}</bdi>
                  </Link>{" "}
                  <span className="quiet">{lead.state}</span>
                </li>
              ))}
            </ul>
            {count > first.length ? <p>{t("triage.bulk.andMore", { count: count - first.length })}</p> : null}
          </details>
          <Form method="post" className="batch-form">
            {Object.entries(said).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <div className={problem === undefined ? "field" : "field wrong"}>
              <label htmlFor="f-reason">{t("triage.bulk.reason")}</label>
              <p className="help" id="h-reason">
                {t("triage.bulk.reasonHelp")}
              </p>
              {problem === undefined ? null : (
                <p className="wrong-why" id="p-reason" role="alert">
                  {sentence(t, problem.code, problem.details)}
                </p>
              )}
              <input
                id="f-reason"
                name="reason"
                defaultValue={reply?.typed["reason"]?.[0] ?? ""}
                required
                maxLength={longestBatchReason}
                dir="auto"
                aria-describedby={problem === undefined ? "h-reason" : "h-reason p-reason"}
                aria-invalid={problem === undefined ? undefined : true}
              />
            </div>
            <button type="submit" className="act go">
              {t("triage.bulk.do", { count })}
            </button>
          </Form>
        </>
      )}
    </section>
  )
}
