import { plainTextSelectors, render } from "@react-email/components"
import { compile } from "html-to-text"
import { createElement, Fragment } from "react"
import type { MailContext } from "./define-mail.ts"
import { mails, type MailKind } from "./mails.ts"

export type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> }

/** What `toPlainText` of react-email does, which makes the rules of what becomes what anew for each mail: two thirds of its time. */
const toText = compile({ wordwrap: false, selectors: plainTextSelectors })

/** Text and HTML from one tree, in the recipient's language. */
export async function renderMail(kind: MailKind, props: unknown, context: MailContext): Promise<Rendered> {
  const { subject, body, headers } = mails[kind].compose(props, context)
  const html = await render(createElement(Fragment, null, body))
  return { subject, html, text: toText(html), headers }
}
