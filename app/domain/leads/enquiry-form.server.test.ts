import { describe, expect, it } from "vitest"
import { problemsOf } from "#app/platform/http.server.ts"
import { enquiryForm, readEnquiryAddress } from "./enquiry-form.server.ts"
import { grantsOf } from "./consent-boxes.ts"

const form = enquiryForm(new Date("2026-11-23T12:00:00Z"))

/** What a browser sends: each field a list. */
function problems(fields: Record<string, string | string[]>) {
  const parsed = form.safeParse(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()])))
  return parsed.success ? parsed.data : problemsOf(parsed.error).map(({ field, code }) => `${field} ${code}`)
}

const right = {
  firstName: "Awa",
  lastName: "Diop",
  email: "awa@example.org",
  phone: "",
  country: "SN",
  birthYear: "2007",
  level: "bachelor",
  message: "",
}

describe("the enquiry form", () => {
  it("takes what a visitor types, in any digits, and spells the fields as we keep them", () => {
    expect(problems({ ...right, birthYear: "٢٠٠٧", fields: ["social-sciences", "computing"], consent: "email" })).toMatchObject({
      givenName: "Awa",
      birthYear: 2007,
      fields: ["social_sciences", "computing"],
      consents: ["email"],
      isTrapped: false,
      idempotencyKey: null,
    })
    expect(problems({ lastName: "Diop", phone: "77 123 45 67", country: "SN" })).toMatchObject({ level: null, birthYear: null, email: "" })
  })

  it("tells every problem at once, each at its field", () => {
    expect(
      problems({
        email: "awa@",
        phone: "12",
        country: "XX",
        birthYear: "1890",
        level: "kindergarten",
        fields: "magic",
        message: "x\u0000",
        consent: "all",
      }),
    ).toEqual(
      expect.arrayContaining([
        "firstName field.required",
        "email field.email",
        "phone field.phone",
        "country field.country",
        "birthYear field.year-range",
        "level field.choice",
        "fields field.choice",
        "message field.control-characters",
        "consent field.choice",
      ]),
    )
    expect(problems({})).toEqual(
      expect.arrayContaining(["firstName field.required", "email field.contact-missing", "country field.required"]),
    )
  })

  it("holds the limits of age and length", () => {
    expect(problems({ ...right, birthYear: "2014" })).toMatchObject({ birthYear: 2014 })
    expect(problems({ ...right, birthYear: "2015" })).toEqual(["birthYear field.year-range"])
    expect(problems({ ...right, birthYear: "deux mille" })).toEqual(["birthYear field.number"])
    expect(problems({ ...right, message: "👋🏿".repeat(2000) })).toMatchObject({ country: "SN" })
    expect(problems({ ...right, message: "x".repeat(4001) })).toEqual(["message field.too-long"])
  })

  it("notices a program in the field that people do not see", () => {
    expect(problems({ ...right, website: "https://spam.example" })).toMatchObject({ isTrapped: true })
  })
})

describe("the address of the form", () => {
  it("says what it is about and by which road the visitor came", () => {
    const url = new URL("http://x/fr/enquire?about=ms-data&university=AUI&utm_source=radio%EF%BF%BD&utm_term=&other=1")
    const unknown = { code: null, referrer: "" }
    expect(readEnquiryAddress(url)).toEqual({ programme: "ms-data", university: "AUI", utm: { source: "radio" }, ...unknown })
    const plain = new URL("http://x/fr/enquire?university=JOINT")
    expect(readEnquiryAddress(plain)).toEqual({ programme: null, university: null, utm: {}, ...unknown })
    const cut = readEnquiryAddress(new URL(`http://x/fr/enquire?utm_campaign=${"a".repeat(119)}${encodeURIComponent("😀😀")}`))
    expect(cut.utm).toEqual({ campaign: `${"a".repeat(119)}😀` })
  })

  it("names a short code and the site that led here, but neither our own nor what is no host", () => {
    const road = (query: string) => readEnquiryAddress(new URL(`http://rihla.example/fr/enquire?${query}`))
    expect(road("utm_code=dakar-26&utm_referrer=www.Facebook.com")).toMatchObject({ code: "DAKAR-26", referrer: "facebook.com" })
    expect(road("utm_code=%27%20or%201&utm_referrer=rihla.example")).toMatchObject({ code: null, referrer: "" })
    expect(road("utm_referrer=javascript:alert(1)").referrer).toBe("")
  })
})

describe("what ticked boxes permit", () => {
  it("is both universities' news and events for the first one", () => {
    expect(grantsOf(["email"]).map(({ university, purpose, box }) => `${university} ${purpose} ${box}`)).toEqual([
      "AUI news email",
      "AUI events email",
      "UM6P news email",
      "UM6P events email",
    ])
  })

  it("is each thing once, with the text that names it closest", () => {
    expect(grantsOf(["email", "AUI-news"]).map(({ box }) => box)).toEqual(["AUI-news", "email", "email", "email"])
    expect(grantsOf(["UM6P-events"])).toEqual([{ university: "UM6P", channel: "email", purpose: "events", box: "UM6P-events" }])
    expect(grantsOf([])).toEqual([])
  })
})
