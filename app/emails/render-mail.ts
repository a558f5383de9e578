import { render, toPlainText } from "@react-email/components"
import { createElement, Fragment } from "react"
import type { MailContext, MailDefinition } from "./define-mail.ts"
import { mails, type MailKind } from "./mails.ts"
import type { z } from "zod"

export type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> }

/** Text and HTML from one tree, in the recipient's language. */
export async function renderMail(kind: MailKind, props: unknown, context: MailContext): Promise<Rendered> {
  // Each definition is typed by its own schema; here its own schema has just parsed the props.
  const definition: MailDefinition<z.ZodType> = mails[kind] as unknown as MailDefinition<z.ZodType>
  const known = definition.schema.parse(props)
  const html = await render(createElement(Fragment, null, definition.body(known, context)))
  return { subject: definition.subject(known, context), html, text: toPlainText(html), headers: definition.headers?.(known, context) ?? {} }
}
