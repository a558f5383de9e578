import { describe, expect, test } from "vitest"
import { languages } from "#app/locales/languages.ts"
import { translator } from "#app/platform/i18n.ts"
import { reasonCodes, nextSteps, nextStepSentence, reasonLabel, reasonSentence } from "#app/domain/admissions/refusal-reasons.ts"
import { moroccoDateTime, plainDay } from "./layout/morocco-date.ts"
import { renderMail } from "./render-mail.ts"

const shared = { name: "Awa", university: "UM6P" as const, programme: "Master of Data" }
const offer = { ...shared, startsOn: "2027-09-01", conditions: "TOEFL iBT 79.\nBring it in May.", answerBy: "2027-02-20T22:59:00.000Z" }

const render = (language: (typeof languages)[number], kind: Parameters<typeof renderMail>[0], props: unknown) =>
  renderMail(kind, props, {
    t: translator(language),
    language,
    publicUrl: "https://rihla.example",
    isDemo: false,
    code: null,
    preferences: null,
  })

describe.each(languages)("in %s", (language) => {
  test.each([
    ["offer-made" as const, offer],
    ["choice-refused" as const, { ...shared, reason: "The reason.", added: "<b>Not bold</b>", nextStep: "The next step." }],
    ["offer-accepted" as const, { ...shared, startsOn: "2027-09-01", hasReleasedOthers: true }],
    ["offer-lapsed" as const, { ...shared, answerBy: offer.answerBy }],
    ["choice-waitlisted" as const, { ...shared, added: "<b>Not bold</b>" }],
    ["waiting-ended" as const, shared],
    [
      "info-requested" as const,
      { ...shared, choiceId: "00000000-0000-4000-8000-000000000001", words: "Your transcript.", until: offer.answerBy },
    ],
    [
      "interview-set" as const,
      {
        ...shared,
        at: offer.answerBy,
        place: "<b>Not bold</b>",
        words: "",
        yours: { zone: "Africa/Lagos", country: "Nigeria" },
        isNewTime: false,
      },
    ],
    ["interview-set" as const, { ...shared, at: offer.answerBy, place: "Room 4", words: "Bring a pen.", yours: null, isNewTime: true }],
    ["place-confirmed" as const, { ...shared, startsOn: "2027-09-01", words: "" }],
    ["place-confirmed" as const, { ...shared, startsOn: null, words: "Soon." }],
    ["place-deferred" as const, { ...shared, startsOn: "2028-09-01", words: "" }],
    ["place-deferred" as const, { ...shared, startsOn: null, words: "Autumn 2028, the day is not set yet." }],
    ["conditions-unmet" as const, { ...shared, words: "Your diploma did not come." }],
    ["waiver-decided" as const, { ...shared, grants: true, answer: "", amount: "MAD 800" }],
    ["waiver-decided" as const, { ...shared, grants: false, answer: "The fee covers the test.", amount: "MAD 800" }],
    ["payment-received" as const, { ...shared, amount: "MAD 800" }],
  ])("the mail %s is whole, and reads in its own direction", async (kind, props) => {
    const { subject, html, text } = await render(language, kind, props)
    for (const part of [subject, html, text]) expect(part).not.toMatch(/\{\{|(?:admissions|payments|common)\.[a-z]/)
    expect(subject).toContain("Master of Data")
    expect(html).toContain(language === "ar" ? 'dir="rtl"' : 'dir="ltr"')
    expect(text).toContain("Awa")
    expect(html).not.toContain("<b>Not bold</b>")
  })

  test("an offer says its conditions, that it waits for documents, and its last day by Morocco's clock", async () => {
    const { text } = await render(language, "offer-made", offer)
    expect(text).toContain("Bring it in May.")
    expect(text).toContain(translator(language)("admissions.conditional"))
    // Ramadan 2027: Morocco's clock stands at UTC then.
    expect(text).toContain("22:59")
    expect(text).not.toMatch(/[٠-٩]/)
  })

  test("every reason has its label and its sentence, every next step its sentence", () => {
    const t = translator(language)
    const texts = [
      ...reasonCodes.flatMap((code) => [reasonLabel(t, code), reasonSentence(t, code)]),
      ...nextSteps.map((step) => nextStepSentence(t, step)),
    ]
    for (const text of texts) expect(text).not.toMatch(/^admissions\./)
    expect(new Set(texts).size).toBe(texts.length)
  })
})

test("in French the first of a month is an ordinal, and only the first", () => {
  expect(plainDay("fr", "2027-09-01")).toBe("1er septembre 2027")
  expect(plainDay("fr", "2027-09-11")).toBe("11 septembre 2027")
  expect(moroccoDateTime("fr", "2027-03-01T12:00:00Z")).toContain("lundi 1er mars 2027")
  expect(plainDay("en", "2027-09-01")).toBe("1 September 2027")
})
