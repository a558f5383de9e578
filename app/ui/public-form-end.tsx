import type { ReactNode } from "react"
import type { Language } from "#app/locales/languages.ts"
import { Submit } from "./form.tsx"
import { Rich } from "./rich.tsx"

type Props = {
  language: Language
  /** What the field is called that only a program fills in. */
  trap: string
  /** Who reads the form and why; what stands in its mark leads to the notice. */
  privacy: string
  send: string
  children?: ReactNode
}

/** How a form ends that anybody may send: a field that a reader never sees, who reads what was typed, and the button. */
export function PublicFormEnd({ language, trap, privacy, send, children }: Props) {
  return (
    <>
      <p className="trap" aria-hidden="true">
        <label>
          {trap} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      <div>
        <p className="quiet-text">
          <Rich text={privacy} parts={[(inner) => <a href={`/${language}/privacy`}>{inner}</a>]} />
        </p>
        <p className="acts">
          <Submit>{send}</Submit>
        </p>
        {children}
      </div>
    </>
  )
}
