import { useTranslation } from "react-i18next"
import { type FormReply, sentence } from "./sentence.ts"

type Props = { name: string; label: string; help?: string; value: string; reply: FormReply | undefined }

/** A day from the browser's own calendar; it travels as `YYYY-MM-DD`. For the desk, whose browsers have one. */
export function DateField({ name, label, help, value, reply }: Props) {
  const { t } = useTranslation()
  const problem = reply?.problems.find((one) => one.field === name)
  const described = [help === undefined ? "" : `h-${name}`, problem === undefined ? "" : `p-${name}`].filter((id) => id !== "").join(" ")
  return (
    <div className={problem === undefined ? "field" : "field wrong"}>
      <label htmlFor={`f-${name}`}>{label}</label>
      {help === undefined ? null : (
        <p className="help" id={`h-${name}`}>
          {help}
        </p>
      )}
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
        aria-describedby={described === "" ? undefined : described}
      />
    </div>
  )
}
