import type { Language } from "#app/locales/languages.ts"
import type { MailContext } from "./define-mail.ts"
import { renderMail, type Rendered } from "./render-mail.ts"

type Texts = { settings: { publicUrl: string; isDemo: boolean }; inLanguage(language: Language): { t: MailContext["t"] } }
type Message = { owner: "AUI" | "UM6P" | "JOINT"; subject: string; body: string; unsubscribePage: string; code: string }

/** Lays campaign messages out as mails of this installation. */
export function campaignRenderer({ settings, inLanguage }: Texts): (message: Message, language: Language) => Promise<Rendered> {
  return ({ code, ...message }, language) =>
    renderMail("campaign", message, {
      t: inLanguage(language).t,
      language,
      code,
      publicUrl: settings.publicUrl,
      isDemo: settings.isDemo,
      preferences: null,
    })
}
