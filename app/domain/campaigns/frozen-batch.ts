import type { Language } from "#app/locales/languages.ts"
import { escapeHtml, fill, gapAt, type Pieces, piecesOf } from "#app/locales/gaps.ts"
import type { Message } from "#app/platform/mailer.server.ts"

/*
 * A batch is kept as its templates and, for each member, the values that go into their gaps. Expanding it is pure, so
 * that every try carries the same bytes.
 */

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

export const unsubscribeGap = gapAt(0)
export const codeGap = gapAt(1)
/** How many gaps of the layout come before those of the message. */
export const ownGaps = 2

export function freezeTemplate(rendered: { subject: string; html: string; text: string }): FrozenTemplate {
  return { subject: piecesOf(rendered.subject), html: piecesOf(rendered.html), text: piecesOf(rendered.text) }
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

/** The unsubscribe page stands in an attribute; a name keeps its own direction among the words around it. */
function htmlValue(value: string, number: number): string {
  return number === 0 ? escapeHtml(value) : `<bdi>${escapeHtml(value)}</bdi>`
}
