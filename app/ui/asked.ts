import { createContext } from "react"
import type { Language } from "#app/locales/languages.ts"
import type { Contacts } from "./contact-lines.tsx"

/** What a request says by itself, before any loader has run. */
export type Asked = { language: Language; isDemo: boolean; publicUrl: string; contacts: Contacts; requestId: string }

/** For a page of an error that came before the root's loader: it too speaks the reader's language. The server fills it in. */
export const AskedContext = createContext<Asked | null>(null)
