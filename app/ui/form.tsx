import { createContext, type HTMLAttributes, type ReactNode, use } from "react"
import { useTranslation } from "react-i18next"
import { type FormReply, sentence } from "./sentence.ts"

/*
 * Forms of candidate pages: label above, help before the field, the problem beside it in words, what was typed kept.
 * They post to their own address and need no script.
 */

const ReplyContext = createContext<FormReply | undefined>(undefined)

type PostFormProps = {
  /** What the action answered after a "no". */
  reply: FormReply | undefined
  /** Label of each field, for the summary of problems. */
  labels: Record<string, string>
  /** Another address of this site to post to; the page's own when absent, so that its query is kept. */
  action?: string
  children: ReactNode
  className?: string
  /** Whether a file goes along. */
  isUpload?: boolean
}

export function PostForm({ reply, labels, action, children, className, isUpload = false }: PostFormProps) {
  return (
    <ReplyContext value={reply}>
      <ProblemSummary labels={labels} />
      <form method="post" action={action} noValidate className={className ?? "form"} encType={isUpload ? "multipart/form-data" : undefined}>
        {children}
      </form>
    </ReplyContext>
  )
}

/** A form whose answers go into the address, beside those `kept` from the questions before. */
export function GetForm({
  action,
  kept,
  reply,
  labels,
  children,
}: Pick<PostFormProps, "reply" | "labels" | "children"> & { action: string; kept: readonly (readonly [string, string])[] }) {
  return (
    <ReplyContext value={reply}>
      <ProblemSummary labels={labels} />
      <form method="get" action={action} noValidate className="form">
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {children}
      </form>
    </ReplyContext>
  )
}

/** All problems in one place, each a link to its field. It takes the focus where scripts run; without them it stands before the form. */
function ProblemSummary({ labels }: { labels: Record<string, string> }) {
  const { t } = useTranslation()
  const reply = use(ReplyContext)
  if (reply === undefined || reply.problems.length === 0) return null
  // In the order of the page: `labels` has its fields from top to bottom. What belongs to no field comes first.
  const order = Object.keys(labels)
  const problems = reply.problems.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  return (
    <div className="problems" role="alert" tabIndex={-1}>
      <h2>{t("common.form.problem", { count: reply.problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            {problem.field === "" || labels[problem.field] === undefined ? (
              sentence(t, problem.code, problem.details)
            ) : (
              <a href={`#f-${problem.field}`}>
                <b>{labels[problem.field]}</b> {sentence(t, problem.code, problem.details)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type FieldProps = { name: string; label: ReactNode; help?: ReactNode; isOptional?: boolean }

function useField(name: string) {
  const { t } = useTranslation()
  const reply = use(ReplyContext)
  const problem = reply?.problems.find((candidate) => candidate.field === name)
  return {
    typed: reply?.typed[name],
    hasReply: reply !== undefined,
    problem: problem === undefined ? undefined : sentence(t, problem.code, problem.details),
    optional: t("common.form.optional"),
    describedBy: (hasHelp: boolean) =>
      [hasHelp ? `h-${name}` : null, problem === undefined ? null : `p-${name}`].filter((id) => id !== null).join(" ") || undefined,
  }
}

function Around({ name, label, help, isOptional, children }: FieldProps & { children: ReactNode }) {
  const field = useField(name)
  return (
    <div className={field.problem === undefined ? "field" : "field wrong"}>
      <label htmlFor={`f-${name}`}>
        {label} {isOptional ? <span className="opt">{field.optional}</span> : null}
      </label>
      {help === undefined ? null : (
        <p className="help" id={`h-${name}`}>
          {help}
        </p>
      )}
      <FieldProblem name={name} />
      {children}
    </div>
  )
}

/** The sentence beside a field; nothing when the field is well. */
function FieldProblem({ name }: { name: string }) {
  const { problem } = useField(name)
  if (problem === undefined) return null
  return (
    <p className="wrong-why" id={`p-${name}`}>
      {problem}
    </p>
  )
}

type TextFieldProps = FieldProps & {
  value?: string | number | null
  type?: "text" | "email" | "tel" | "search"
  inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"]
  autoComplete?: string
  /** Addresses, numbers and codes stay left to right in Arabic; names and texts follow what is typed. */
  dir?: "ltr" | "auto"
  size?: "short" | "medium"
  maxLength?: number
  /** What was written here before, to choose from. */
  suggestions?: readonly string[]
}

export function TextField({
  value,
  type = "text",
  inputMode,
  autoComplete,
  dir = "auto",
  size,
  maxLength,
  suggestions = [],
  ...around
}: TextFieldProps) {
  const field = useField(around.name)
  return (
    <Around {...around}>
      <input
        id={`f-${around.name}`}
        name={around.name}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        dir={dir}
        maxLength={maxLength}
        className={size}
        list={suggestions.length === 0 ? undefined : `l-${around.name}`}
        defaultValue={field.typed?.[0] ?? value ?? ""}
        aria-invalid={field.problem === undefined ? undefined : true}
        aria-describedby={field.describedBy(around.help !== undefined)}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={`l-${around.name}`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
    </Around>
  )
}

/** A file, chosen or dropped onto the field: browsers take both, and the keyboard, by themselves. */
export function FileField({ accept, onChoose, ...around }: FieldProps & { accept: string; onChoose?: (file: File | null) => void }) {
  const field = useField(around.name)
  return (
    <Around {...around}>
      <input
        type="file"
        id={`f-${around.name}`}
        name={around.name}
        accept={accept}
        className="drop"
        onChange={onChoose === undefined ? undefined : (event) => onChoose(event.currentTarget.files?.[0] ?? null)}
        aria-invalid={field.problem === undefined ? undefined : true}
        aria-describedby={field.describedBy(around.help !== undefined)}
      />
    </Around>
  )
}

export function TextArea({ value, rows = 6, ...around }: FieldProps & { value?: string | null; rows?: number }) {
  const field = useField(around.name)
  return (
    <Around {...around}>
      <textarea
        id={`f-${around.name}`}
        name={around.name}
        rows={rows}
        dir="auto"
        defaultValue={field.typed?.[0] ?? value ?? ""}
        aria-invalid={field.problem === undefined ? undefined : true}
        aria-describedby={field.describedBy(around.help !== undefined)}
      />
    </Around>
  )
}

export type Option = { value: string; label: string; help?: string }

type SelectFieldProps = FieldProps & { value?: string | null; options: readonly Option[]; emptyLabel?: string }

export function SelectField({ value, options, emptyLabel, ...around }: SelectFieldProps) {
  const { t } = useTranslation()
  const field = useField(around.name)
  return (
    <Around {...around}>
      <select
        id={`f-${around.name}`}
        name={around.name}
        defaultValue={field.typed?.[0] ?? value ?? ""}
        aria-invalid={field.problem === undefined ? undefined : true}
        aria-describedby={field.describedBy(around.help !== undefined)}
      >
        <option value="">{emptyLabel ?? t("common.form.choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  )
}

type ChoicesProps = FieldProps & { options: readonly Option[]; values?: readonly string[]; kind: "radio" | "checkbox" }

/** One answer of a few (radio), or any number of them (checkbox). */
export function Choices({ name, label, help, isOptional, options, values = [], kind }: ChoicesProps) {
  const field = useField(name)
  const chosen = field.hasReply ? (field.typed ?? []) : values
  return (
    <fieldset
      className={field.problem === undefined ? "field" : "field wrong"}
      id={`f-${name}`}
      aria-describedby={field.describedBy(help !== undefined)}
    >
      <legend>
        {label} {isOptional ? <span className="opt">{field.optional}</span> : null}
      </legend>
      {help === undefined ? null : (
        <p className="help" id={`h-${name}`}>
          {help}
        </p>
      )}
      <FieldProblem name={name} />
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="pick">
            <input type={kind} name={name} value={option.value} defaultChecked={chosen.includes(option.value)} />
            <span>
              {option.label}
              {option.help === undefined ? null : <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A day of the calendar as three short fields under one name: day, month, year. */
export function DateField({
  name,
  label,
  help,
  value,
  parts,
}: FieldProps & { value?: Date | null; parts: { day: string; month: string; year: string } }) {
  const field = useField(name)
  const known = value ? [value.getUTCDate(), value.getUTCMonth() + 1, value.getUTCFullYear()] : []
  return (
    <fieldset
      className={field.problem === undefined ? "field" : "field wrong"}
      id={`f-${name}`}
      aria-describedby={field.describedBy(help !== undefined)}
    >
      <legend>{label}</legend>
      {help === undefined ? null : (
        <p className="help" id={`h-${name}`}>
          {help}
        </p>
      )}
      <FieldProblem name={name} />
      <div className="date-parts">
        {(["day", "month", "year"] as const).map((part, index) => (
          <label key={part}>
            {parts[part]}
            <input
              name={name}
              inputMode="numeric"
              dir="ltr"
              maxLength={part === "year" ? 4 : 2}
              autoComplete={{ day: "bday-day", month: "bday-month", year: "bday-year" }[part]}
              defaultValue={field.typed?.[index] ?? known[index] ?? ""}
              aria-invalid={field.problem === undefined ? undefined : true}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type SelectListProps = FieldProps & { options: readonly Option[]; values: readonly string[]; count: number; moreLabel: string }

/** The same list several times under one name, for a few answers out of many. */
export function SelectList({ name, label, help, options, values, count, moreLabel }: SelectListProps) {
  const { t } = useTranslation()
  const field = useField(name)
  const chosen = field.hasReply ? (field.typed ?? []) : values
  return (
    <fieldset
      className={field.problem === undefined ? "field" : "field wrong"}
      id={`f-${name}`}
      aria-describedby={field.describedBy(help !== undefined)}
    >
      <legend>{label}</legend>
      {help === undefined ? null : (
        <p className="help" id={`h-${name}`}>
          {help}
        </p>
      )}
      <FieldProblem name={name} />
      {Array.from({ length: count }, (_, index) => (
        <select
          key={index}
          name={name}
          aria-label={index === 0 && typeof label === "string" ? label : moreLabel}
          defaultValue={chosen[index] ?? ""}
        >
          <option value="">{index === 0 ? t("common.form.choose") : moreLabel}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ))}
    </fieldset>
  )
}

/** One box with its sentence. */
export function Box({
  name,
  label,
  isChecked = false,
  value = "yes",
}: {
  name: string
  label: ReactNode
  isChecked?: boolean
  value?: string
}) {
  const field = useField(name)
  const checked = field.hasReply ? (field.typed ?? []).includes(value) : isChecked
  return (
    <div className={field.problem === undefined ? "field" : "field wrong"}>
      <FieldProblem name={name} />
      <label className="pick">
        <input
          type="checkbox"
          id={`f-${name}`}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-describedby={field.describedBy(false)}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

/** The main action of a form, within reach of the thumb. */
export function Submit({
  children,
  name,
  value,
  isQuiet = false,
  isDisabled = false,
}: {
  children: ReactNode
  name?: string
  value?: string
  isQuiet?: boolean
  isDisabled?: boolean
}) {
  return (
    <button type="submit" className={isQuiet ? "btn quiet" : "btn"} name={name} value={value} disabled={isDisabled}>
      {children}
    </button>
  )
}
