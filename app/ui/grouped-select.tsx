import { useTranslation } from "react-i18next"
import type { Option } from "./form.tsx"
import { type FormReply, sentence } from "./sentence.ts"

type Props = { name: string; label: string; groups: readonly { label: string; options: readonly Option[] }[]; reply: FormReply | undefined }

/** One answer of a list in two levels. */
export function GroupedSelect({ name, label, groups, reply }: Props) {
  const { t } = useTranslation()
  const problem = reply?.problems.find((one) => one.field === name)
  return (
    <div className={problem === undefined ? "field" : "field wrong"}>
      <label htmlFor={`f-${name}`}>{label}</label>
      {problem === undefined ? null : (
        <p className="wrong-why" id={`p-${name}`}>
          {sentence(t, problem.code, problem.details)}
        </p>
      )}
      <select
        id={`f-${name}`}
        name={name}
        defaultValue={reply?.typed[name]?.[0] ?? ""}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `p-${name}`}
      >
        <option value="">{t("common.form.choose")}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
