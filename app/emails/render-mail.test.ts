import { render, toPlainText } from "@react-email/components"
import { createElement, Fragment } from "react"
import { describe, expect, test } from "vitest"
import { languages } from "#app/locales/languages.ts"
import { translator } from "#app/platform/i18n.ts"
import type { MailContext } from "./define-mail.ts"
import { mails } from "./mails.ts"
import { renderMail } from "./render-mail.ts"

const contextIn = (language: (typeof languages)[number]): MailContext => ({
  t: translator(language),
  language,
  publicUrl: "https://rihla.example",
  isDemo: false,
  code: "7KQ2-9PXM",
  preferences: "https://rihla.example/fr/preferences?who=a&signed=b",
})

const mail = (number: number) => ({
  reference: `RHL-${number}`,
  confirm: `https://rihla.example/fr/confirm?who=${number}&signed=<b>"x"</b>`,
  startsNews: number % 2 === 0,
  preferences: `https://rihla.example/fr/preferences?who=${number}&signed=c`,
  oneClick: `https://rihla.example/unsubscribe?who=${number}&signed=d`,
})

describe.each(languages)("in %s", (language) => {
  test("a mail that is like many others has the bytes it has alone", async () => {
    const context = contextIn(language)
    for (const number of [1, 2, 3, 4]) {
      const own = { ...context, code: `CODE-${number}`, preferences: number === 3 ? null : context.preferences }
      const { subject, body, headers } = mails["enquiry-made"].compose(mail(number), own)
      const html = await render(createElement(Fragment, null, body))
      expect(await renderMail("enquiry-made", mail(number), own)).toEqual({ subject, html, text: toPlainText(html), headers })
    }
  })

  test("what is put into a mail is never read as a place for something else", async () => {
    const { html, text, headers } = await renderMail("enquiry-made", { ...mail(1), reference: "\ue0001\ue001" }, contextIn(language))
    for (const part of [html, text]) expect(part).toContain("\ue0001\ue001")
    expect(headers["List-Unsubscribe"]).toBe(`<${mail(1).oneClick}>`)
  })

  test("a value that is no single word is rendered with its mail", async () => {
    const { html } = await renderMail("enquiry-made", { ...mail(1), reference: "RHL 1" }, contextIn(language))
    expect(html).toContain("RHL 1")
  })
})
