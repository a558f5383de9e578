import type { Language } from "#app/locales/languages.ts"

export type LedgerLine = {
  id: string
  at: string
  words: string
  lines: readonly string[]
  texts: readonly { text: string; language: Language }[]
}

/** What was said and when, the latest first; with the texts that were read, where they are to be shown. */
export function Ledger({ moments, read }: { moments: readonly LedgerLine[]; read?: string }) {
  return (
    <ul className="ledger stars">
      {moments.map((moment) => (
        <li key={moment.id}>
          <b>{moment.at}</b> · {moment.words}
          {moment.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
          {read === undefined || moment.texts.length === 0 ? null : (
            <details>
              <summary>{read}</summary>
              {moment.texts.map(({ text, language }) => (
                <p key={text} lang={language} dir="auto">
                  {text}
                </p>
              ))}
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
