import type { Language } from "#app/locales/languages.ts"
import type { Message } from "#app/platform/mailer.server.ts"

/*
 * A batch is kept as its templates and, for each member, the values that go into their gaps. Expanding it is pure, so
 * that every try carries the same bytes.
 */

/** Texts and, between them, the number of the value that goes there. */
type Pieces = (string | number)[]

export type FrozenTemplate = { subject: Pieces; html: Pieces; text: Pieces }

export type FrozenMember = {
  delivery: string
  person: string
  to: string
  language: Language
  /** The address that mail programs post to for an unsubscribe at once. */
  oneClick: string
  /** The unsubscribe page and the check code first, then the message's own fields. */
  values: string[]
}

export type FrozenBatch = { from: string; templates: Partial<Record<Language, FrozenTemplate>>; members: FrozenMember[] }

/** Private-use signs around the number of a gap: they pass through the renderer untouched, and nobody may type them. */
const open = "\ue000"
const close = "\ue001"
const gap = /\ue000(\d+)\ue001/

export const unsubscribeGap = gapAt(0)
export const codeGap = gapAt(1)
/** How many gaps of the layout come before those of the message. */
export const ownGaps = 2

export function gapAt(number: number): string {
  return `${open}${number}${close}`
}

export function hasGapSigns(text: string): boolean {
  return text.includes(open) || text.includes(close)
}

export function freezeTemplate(rendered: { subject: string; html: string; text: string }): FrozenTemplate {
  return { subject: piecesOf(rendered.subject), html: piecesOf(rendered.html), text: piecesOf(rendered.text) }
}

function piecesOf(text: string): Pieces {
  return text.split(gap).map((piece, index) => (index % 2 === 0 ? piece : Number(piece)))
}

/** The messages of a batch, in the order of its members. */
export function expandBatch(batch: FrozenBatch): Message[] {
  return batch.members.map((member) => {
    const template = batch.templates[member.language]
    if (template === undefined) throw new Error("A frozen batch lacks the template of a member's language")
    return {
      from: batch.from,
      to: member.to,
      subject: fill(template.subject, member.values, (value) => value.replace(/\s+/g, " ")),
      html: fill(template.html, member.values, htmlValue),
      text: fill(template.text, member.values, (value) => value),
      // RFC 8058: mail programs show a button that posts to this address at once.
      headers: { "List-Unsubscribe": `<${member.oneClick}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
      tags: [{ name: "delivery", value: member.delivery }],
    }
  })
}

function fill(pieces: Pieces, values: readonly string[], write: (value: string, number: number) => string): string {
  let text = ""
  for (const piece of pieces) text += typeof piece === "string" ? piece : write(values[piece] ?? "", piece)
  return text
}

/** The unsubscribe page stands in an attribute; a name keeps its own direction among the words around it. */
function htmlValue(value: string, number: number): string {
  return number === 0 ? escapeHtml(value) : `<bdi>${escapeHtml(value)}</bdi>`
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
