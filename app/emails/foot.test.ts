import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { translator } from "#app/platform/i18n.ts"
import { languages } from "#app/locales/languages.ts"
import { mails } from "./mails.ts"
import { renderMail } from "./render-mail.ts"

test("every mail is a letter: in its foot stand the way to one's preferences and the code to check it by", () => {
  const files = readdirSync("app/emails").filter((file) => file.endsWith(".tsx"))
  expect(files.map((file) => file.slice(0, -4)).toSorted()).toEqual(Object.keys(mails).toSorted())
  expect(files.filter((file) => !readFileSync(`app/emails/${file}`, "utf8").includes("<Letter"))).toEqual([])
})

test.each(languages)("the way to one's preferences is a link in the mail and its text, in %s", async (language) => {
  const preferences = `https://rihla.example/${language}/preferences/token`
  const context = { t: translator(language), language, publicUrl: "https://rihla.example", isDemo: false, code: null }
  const props = { code: "123456", minutes: 10 }
  const { html, text } = await renderMail("sign-in-code", props, { ...context, preferences })
  expect(html).toContain(`href="${preferences}"`)
  expect(text).toContain(preferences)
  expect((await renderMail("sign-in-code", props, { ...context, preferences: null })).html).not.toContain("/preferences/")
})
