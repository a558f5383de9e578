import type { TFunction } from "i18next"
import type { ReactNode } from "react"
import type { z } from "zod"
import type { Language } from "#app/locales/languages.ts"

export type MailContext = { t: TFunction; language: Language; publicUrl: string; isDemo: boolean }

/** One message: what it needs to be told, its subject and its body. The row of a mail keeps the props as JSON. */
export type MailDefinition<Schema extends z.ZodType> = {
  schema: Schema
  subject(props: z.output<Schema>, context: MailContext): string
  body(props: z.output<Schema>, context: MailContext): ReactNode
  /** Headers of its own, such as `List-Unsubscribe`. */
  headers?(props: z.output<Schema>, context: MailContext): Record<string, string>
}

export function defineMail<Schema extends z.ZodType>(definition: MailDefinition<Schema>): MailDefinition<Schema> {
  return definition
}
