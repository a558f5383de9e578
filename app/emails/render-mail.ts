import { render, toPlainText } from "@react-email/components"
import { createElement, Fragment } from "react"
import type { MailContext } from "./define-mail.ts"
import { mails, type MailKind } from "./mails.ts"

export type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> }

/** Text and HTML from one tree, in the recipient's language. */
export async function renderMail(kind: MailKind, props: unknown, context: MailContext): Promise<Rendered> {
  const { subject, body, headers } = mails[kind].compose(props, context)
  const html = await render(createElement(Fragment, null, body))
  return { subject, html, text: toPlainText(html), headers }
}
