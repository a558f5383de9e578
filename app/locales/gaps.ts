/*
 * Texts with gaps: what is the same for many is written once, and what differs is put into its gaps for each.
 */

/** Texts and, between them, the number of the value that goes there. */
export type Pieces = (string | number)[]

/** Private-use signs around the number of a gap: they pass through every renderer untouched, and nobody may type them. */
const open = "\ue000"
const close = "\ue001"
const gap = /\ue000(\d+)\ue001/

export function gapAt(number: number): string {
  return `${open}${number}${close}`
}

export function hasGapSigns(text: string): boolean {
  return text.includes(open) || text.includes(close)
}

export function piecesOf(text: string): Pieces {
  return text.split(gap).map((piece, index) => (index % 2 === 0 ? piece : Number(piece)))
}

/** The text with the values in its gaps, each as `write` writes it. A value is never read for gaps itself. */
export function fill(pieces: Pieces, values: readonly string[], write: (value: string, number: number) => string): string {
  let text = ""
  for (const piece of pieces) text += typeof piece === "string" ? piece : write(values[piece] ?? "", piece)
  return text
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

/** For a text as for an attribute. What was frozen is filled again for each try: another way to write a sign would be another mail. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
