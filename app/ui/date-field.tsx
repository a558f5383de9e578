import { useTranslation } from "react-i18next"
import { type FormReply, sentence } from "./sentence.ts"

type Props = { name: string; label: string; help: string; value: string; reply: FormReply | undefined }

/** A day from the browser's own calendar; it travels as `YYYY-MM-DD`. For the desk, whose browsers have one. */
export function DateField({ name, label, help, value, reply }: Props) {
  const { t } = useTranslation()
  const problem = reply?.problems.find((one) => one.field === name)
  return (
    <div className={problem === undefined ? "field" : "field wrong"}>
      <label htmlFor={`f-${name}`}>{label}</label>
      <p className="help" id={`h-${name}`}>
        {help}
      </p>
      {problem === undefined ? null : (
        <p className="wrong-why" id={`p-${name}`}>
          {sentence(t, problem.code, problem.details)}
        </p>
      )}
      <input
        type="date"
        id={`f-${name}`}
        name={name}
        defaultValue={reply?.typed[name]?.[0] ?? value}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? `h-${name}` : `h-${name} p-${name}`}
      />
    </div>
  )
}
