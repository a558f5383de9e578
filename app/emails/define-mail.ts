import type { TFunction } from "i18next"
import type { ReactNode } from "react"
import type { z } from "zod"
import type { Language } from "#app/locales/languages.ts"

export type MailContext = {
  t: TFunction
  language: Language
  publicUrl: string
  isDemo: boolean
  /** What the reader checks the message by; null for one written before there were codes. */
  code: string | null
  /** The page of what its reader may be sent, by a link that needs no sign-in; null where the reader is nobody we know. */
  preferences: string | null
}

/** One message: what it needs to be told, its subject and its body. The row of a mail keeps the props as JSON. */
type Definition<Schema extends z.ZodType> = {
  schema: Schema
  subject(props: z.output<Schema>, context: MailContext): string
  body(props: z.output<Schema>, context: MailContext): ReactNode
  /** Headers of its own, such as `List-Unsubscribe`. */
  headers?(props: z.output<Schema>, context: MailContext): Record<string, string>
  /**
   * Props that are shown or linked to as they are and decide nothing else, like the code and the preferences of the context:
   * the message is rendered once for all mails that differ only in them. For those of which many leave at once.
   */
  asTheyAre?: readonly (keyof z.output<Schema>)[]
}

export type Composed = { subject: string; body: ReactNode; headers: Record<string, string> }

export type Mail<Schema extends z.ZodType> = {
  schema: Schema
  /** Parses the props a row kept, then writes the message. */
  compose(props: unknown, context: MailContext): Composed
  /** Null where each mail is rendered by itself. */
  asTheyAre: ReadonlySet<PropertyKey> | null
}

export function defineMail<Schema extends z.ZodType>(definition: Definition<Schema>): Mail<Schema> {
  return {
    schema: definition.schema,
    asTheyAre: definition.asTheyAre === undefined ? null : new Set<PropertyKey>(definition.asTheyAre),
    compose(kept, context) {
      const props = definition.schema.parse(kept)
      return {
        subject: definition.subject(props, context),
        body: definition.body(props, context),
        headers: definition.headers?.(props, context) ?? {},
      }
    },
  }
}
