import { plainTextSelectors, render } from "@react-email/components"
import { compile } from "html-to-text"
import { createElement, Fragment } from "react"
import { escapeHtml, fill, gapAt, type Pieces, piecesOf } from "#app/locales/gaps.ts"
import type { MailContext } from "./define-mail.ts"
import { mails, type MailKind } from "./mails.ts"

export type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> }

/** What `toPlainText` of react-email does, which makes the rules of what becomes what anew for each mail: two thirds of its time. */
const toText = compile({ wordwrap: false, selectors: plainTextSelectors })

/** Text and HTML from one tree, in the recipient's language. */
export async function renderMail(kind: MailKind, props: unknown, context: MailContext): Promise<Rendered> {
  const { asTheyAre } = mails[kind]
  if (asTheyAre === null || typeof props !== "object" || props === null) return renderWhole(kind, props, context)

  const values: string[] = []
  // Only one word leaves the text around it as it is, in every format.
  const gapFor = <Value>(value: Value) => (typeof value === "string" && /^\S+$/.test(value) ? gapAt(values.push(value) - 1) : value)
  const gapped = Object.fromEntries(Object.entries(props).map(([name, value]) => [name, asTheyAre.has(name) ? gapFor(value) : value]))
  const shared = { ...context, code: gapFor(context.code), preferences: gapFor(context.preferences) }
  const { language, publicUrl, isDemo, code, preferences } = shared
  const key = JSON.stringify([kind, gapped, language, publicUrl, isDemo, code, preferences])
  const { subject, html, text, headers } = templates.get(key) ?? keep(key, piecesOfAll(await renderWhole(kind, gapped, shared)))
  const asItIs = (pieces: Pieces) => fill(pieces, values, (value) => value)
  return {
    subject: asItIs(subject),
    html: fill(html, values, escapeHtml),
    text: asItIs(text),
    headers: Object.fromEntries(headers.map(([name, pieces]) => [name, asItIs(pieces)])),
  }
}

async function renderWhole(kind: MailKind, props: unknown, context: MailContext): Promise<Rendered> {
  const { subject, body, headers } = mails[kind].compose(props, context)
  const html = await render(createElement(Fragment, null, body))
  return { subject, html, text: toText(html), headers }
}

/** What is the same in many mails, with gaps for what differs. */
type Template = { subject: Pieces; html: Pieces; text: Pieces; headers: [string, Pieces][] }
const templates = new Map<string, Template>()
/** Each is some 10 KB; there are a few kinds, in three languages. */
const mostTemplates = 100

function keep(key: string, template: Template): Template {
  if (templates.size >= mostTemplates) templates.clear()
  templates.set(key, template)
  return template
}

function piecesOfAll({ subject, html, text, headers }: Rendered): Template {
  return {
    subject: piecesOf(subject),
    html: piecesOf(html),
    text: piecesOf(text),
    headers: Object.entries(headers).map(([name, value]) => [name, piecesOf(value)]),
  }
}
