import { Fragment, type ReactNode } from "react"

/**
 * A text with marked parts (`<0>…</0>`), each shown by its own function. What people typed is filled in as text and never
 * read as markup.
 */
export function Rich({ text, parts }: { text: string; parts: readonly ((inner: string) => ReactNode)[] }) {
  const pieces = text.split(/<(\d)>(.*?)<\/\1>/s)
  return pieces.map((piece, place) => {
    if (place % 3 === 1) return null
    const number = Number(pieces[place - 1])
    const part = place % 3 === 2 ? parts[number] : undefined
    return <Fragment key={place}>{part === undefined ? piece : part(piece)}</Fragment>
  })
}
