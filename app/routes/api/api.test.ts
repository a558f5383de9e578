import { Validator } from "@seriousme/openapi-schema-validator"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router"
import { beforeEach, describe, expect, it } from "vitest"
import { makePartnerKey } from "#app/domain/partners/make-partner-key.server.ts"
import { leadRefusals, openApiDocument, programmesRefusals } from "#app/domain/partners/openapi.server.ts"
import { revokePartnerKey } from "#app/domain/partners/revoke-partner-key.server.ts"
import { partnerScopes, type PartnerScope } from "#app/domain/partners/scopes.ts"
import { ctxContext } from "#app/platform/http.server.ts"
import { preferredLanguage } from "#app/platform/i18n.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { anIntake, aStaff, must } from "#app/testing/builders.ts"
import { testCtx, testSettings, type TestCtx } from "#app/testing/test-ctx.ts"
import * as leads from "./leads.ts"
import * as notFound from "./not-found.ts"
import * as openapi from "./openapi.ts"
import * as programmes from "./programmes.ts"

/* The partner API as a partner's program meets it: its routes and verbs on the real database, its answers held against its document. */

const modules = { "api/v1/leads": leads, "api/v1/programmes": programmes, "api/v1/openapi.json": openapi, "api/*": notFound }
const build = {
  entry: { module: { default: () => new Response("a page", { status: 500 }), handleError: () => {} } },
  routes: Object.fromEntries(Object.entries(modules).map(([path, module]) => [path, { id: path, path, module }])),
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: "initial", manifestPath: "/" },
} as unknown as ServerBuild
const handle = createRequestHandler(build, "test")

const document = openApiDocument(testSettings.publicUrl)
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, "api")
const checks = new Map<string, ValidateFunction>()

/** Fails when a body is not as the document says of this part of it. */
function expectAsDocumented(part: "LeadAnswer" | "Programmes" | "Problem" | "Lead", body: unknown): void {
  const check = checks.get(part) ?? ajv.compile({ $ref: `api#/components/schemas/${part}` })
  checks.set(part, check)
  check(body)
  expect(check.errors, JSON.stringify(body)).toBeNull()
}

let ctx: TestCtx
let key = ""
let number = 0
beforeEach(async () => {
  ctx = await testCtx()
  key = await aKey()
})

async function aKey({
  university = null,
  scopes = partnerScopes,
}: { university?: University | null; scopes?: readonly PartnerScope[] } = {}) {
  const giver = university === null ? await aStaff(ctx, "admin") : await aStaff(ctx, "head", university)
  return must(await makePartnerKey(giver, { partner: "Campus Mali", scopes })).key
}

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown; raw?: BodyInit; bearer?: string | null }

async function ask(path: string, { method = "GET", headers = {}, body, raw, bearer = key }: Asked = {}) {
  const all = new Headers({ "accept-language": "en", ...headers })
  if (bearer !== null) all.set("authorization", `Bearer ${bearer}`)
  if (body !== undefined && !all.has("content-type")) all.set("content-type", "application/json")
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const request = new Request(`${testSettings.publicUrl}${path}`, { method, headers: all, ...(sent === undefined ? {} : { body: sent }) })
  const context = new RouterContextProvider()
  context.set(ctxContext, ctx.inLanguage(preferredLanguage(request.headers.get("accept-language"))))
  const response = await handle(request, context)
  const text = await response.text()
  const answer: unknown = text === "" ? null : JSON.parse(text)
  if (response.status >= 400) {
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    expectAsDocumented("Problem", answer)
    expect(answer).toMatchObject({ status: response.status })
  }
  return { status: response.status, headers: response.headers, body: answer }
}

const someone = (more: Record<string, unknown> = {}) => ({
  firstName: "Awa",
  lastName: "Diop",
  email: `api.${number++}@example.org`,
  country: "SN",
  language: "fr",
  ...more,
})

const post = (body: unknown, headers: Record<string, string> = {}, bearer: string | null = key) =>
  ask("/api/v1/leads", { method: "POST", body, headers, bearer })

/** Places and codes of the faults that a problem tells. */
const faultsOf = (body: unknown) =>
  (body as { errors?: { pointer?: string; parameter?: string; header?: string; code: string }[] }).errors?.map(
    ({ pointer, parameter, header, code }) => [pointer ?? parameter ?? header, code],
  )
const codeOf = (body: unknown) => (body as { code: string }).code

describe("a lead that a partner hands over", () => {
  it("is an enquiry like any other, with the partner as its source", async () => {
    const sent = someone({ level: "master", fields: ["social-sciences"], message: "Bonjour", birthYear: 2003, campaign: "Salon de Bamako" })
    const { status, body } = await post(sent)
    expect(status).toBe(201)
    expectAsDocumented("Lead", sent)
    expectAsDocumented("LeadAnswer", body)
    const { reference } = body as { reference: string }
    const enquiry = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference } })
    expect(enquiry).toMatchObject({
      kind: "api",
      language: "fr",
      level: "master",
      fields: ["social_sciences"],
      birthYear: 2003,
      universities: ["AUI", "UM6P"],
      utm: { source: "Campus Mali", medium: "api", campaign: "Salon de Bamako" },
    })
    expect(await ctx.mailsTo(sent.email)).toEqual(["enquiry-made"])
    const event = await ctx.db.event.findFirstOrThrow({ where: { thingId: enquiry.id } })
    expect(event.actorKind).toBe("partner")
  })

  it("goes to the university of the key alone, which takes neither programmes nor consents of the other", async () => {
    const own = await aKey({ university: "AUI" })
    const { body } = await post(someone(), {}, own)
    const enquiry = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference: (body as { reference: string }).reference } })
    expect(enquiry.universities).toEqual(["AUI"])
    const { slug: joint } = await anIntake(ctx, { owner: "JOINT" })
    const about = (await post(someone({ programme: joint }), {}, own)).body as { reference: string }
    const { personId, universities } = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference: about.reference } })
    expect(universities).toEqual(["AUI"])
    expect(await ctx.db.lead.findMany({ where: { personId }, select: { university: true } })).toEqual([{ university: "AUI" }])
    const { slug } = await anIntake(ctx, { owner: "UM6P" })
    // Handed to each of two universities by its own key, somebody is a lead at both, and each key has a reference of its own.
    const shared = someone({ programme: joint })
    const theirs = await aKey({ university: "UM6P" })
    const [first, second] = [await post(shared, {}, own), await post(shared, {}, theirs)].map(({ body }) => body as { reference: string })
    expect(second?.reference).not.toBe(first?.reference)
    const both = await ctx.db.enquiry.findMany({ where: { email: shared.email }, orderBy: { id: "asc" }, select: { universities: true } })
    expect(both).toEqual([{ universities: ["AUI"] }, { universities: ["UM6P"] }])
    expect(faultsOf((await post(someone({ programme: slug }), {}, own)).body)).toEqual([["#/programme", "partners.programme-elsewhere"]])
    const consent = { basis: "spoken", textShown: "Yes", givenAt: "2026-11-20T10:00:00Z" }
    const gives = [{ university: "UM6P", channel: "email", purpose: "news" }]
    const other = await post(someone({ consent: { ...consent, gives } }), {}, own)
    expect(faultsOf(other.body)).toEqual([["#/consent/gives", "partners.consent-elsewhere"]])
  })

  it("brings a consent only with the words that were read, how and when; it sleeps for the address or the number", async () => {
    const consent = {
      basis: "paper-form",
      textShown: "J’accepte de recevoir les nouvelles de l’UM6P.",
      givenAt: "2026-11-20T10:00:00+01:00",
      gives: [
        { university: "UM6P", channel: "email", purpose: "news" },
        { university: "UM6P", channel: "whatsapp", purpose: "events" },
      ],
    }
    const sent = someone({ phone: "77 123 45 67", consent })
    const { body } = await post(sent)
    expectAsDocumented("Lead", sent)
    const { personId } = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference: (body as { reference: string }).reference } })
    const rows = await ctx.db.consent.findMany({ where: { personId }, orderBy: { channel: "asc" } })
    expect(rows.map(({ channel, purpose, address, source, awakeAt }) => ({ channel, purpose, address, source, awakeAt }))).toEqual([
      { channel: "email", purpose: "news", address: sent.email, source: "api/paper-form", awakeAt: null },
      { channel: "whatsapp", purpose: "events", address: "+221771234567", source: "api/paper-form", awakeAt: null },
    ])
    expect(rows[0]).toMatchObject({ textShown: consent.textShown, givenAt: new Date("2026-11-20T09:00:00Z"), language: "fr" })
    const wrong = async (more: object, who: object = {}) =>
      faultsOf((await post(someone({ ...who, consent: { ...consent, ...more } }))).body)
    expect(await wrong({ textShown: " " }, { phone: "77 123 45 67" })).toEqual([["#/consent/textShown", "field.required"]])
    expect(await wrong({ givenAt: "2027-01-01T00:00:00Z" })).toEqual([["#/consent/givenAt", "partners.consent-future"]])
    for (const givenAt of ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "1999-12-31T23:59:59Z"])
      expect(await wrong({ givenAt })).toEqual([["#/consent/givenAt", "partners.consent-old"]])
    expect(await wrong({})).toEqual([["#/consent/gives", "partners.consent-phone"]])
    expect(await wrong({ basis: "assumed" })).toEqual([["#/consent/basis", "field.choice"]])
  })

  it("that says a consent twice gives it once", async () => {
    const gives = Array.from({ length: 2 }, () => ({ university: "AUI", channel: "email", purpose: "news" }))
    const { status, body } = await post(someone({ consent: { basis: "spoken", textShown: "Yes", givenAt: "2026-11-20T10:00:00Z", gives } }))
    expect(status).toBe(201)
    const { personId } = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference: (body as { reference: string }).reference } })
    expect(await ctx.db.consent.count({ where: { personId } })).toBe(1)
  })

  it("brings no consent that the candidate took back since they gave it", async () => {
    const gives = [
      { university: "AUI", channel: "email", purpose: "news" },
      { university: "UM6P", channel: "email", purpose: "news" },
    ]
    const sent = (givenAt: string) => ({
      ...someone(),
      email,
      message: givenAt,
      consent: { basis: "spoken", textShown: "Yes", givenAt, gives },
    })
    const email = `back.${number++}@example.org`
    await post(sent("2026-11-20T10:00:00Z"))
    await ctx.db.consent.updateMany({
      where: { address: email, university: "AUI" },
      data: { withdrawnAt: ctx.now(), withdrawnHow: "link" },
    })
    ctx.advance({ hours: 1 })
    const inForce = async () =>
      (await ctx.db.consent.findMany({ where: { address: email, withdrawnAt: null } })).map((one) => one.university)
    await post(sent("2026-11-22T10:00:00Z"))
    expect(await inForce()).toEqual(["UM6P"])
    await post(sent(ctx.now().toISOString()))
    expect((await inForce()).sort()).toEqual(["AUI", "UM6P"])
  })

  it("is told all that is wrong with it, each with its place, in the language that is asked for", async () => {
    const { status, headers, body } = await post(
      { firstName: "123", email: "nowhere", phone: "12", country: "XX", language: "de", birthYear: "2003", fields: ["magic"], sex: "f" },
      { "accept-language": "ar" },
    )
    expect(status).toBe(400)
    expect(headers.get("content-language")).toBe("ar")
    expect(codeOf(body)).toBe("partners.fields")
    expect(new Map(faultsOf(body)?.map(([place, code]) => [place, code]))).toEqual(
      new Map([
        ["#/sex", "partners.unknown-field"],
        ["#/country", "field.country"],
        ["#/language", "field.choice"],
        ["#/birthYear", "partners.type"],
        ["#/fields/0", "field.choice"],
        ["#/firstName", "field.no-letter"],
        ["#/email", "field.email"],
        ["#/phone", "field.phone"],
      ]),
    )
    const sentences = (body as { errors: { pointer: string; detail: string }[] }).errors
    expect(sentences.find(({ pointer }) => pointer === "#/sex")?.detail).toBe("لا حقل هنا باسم «sex».")
    for (const { detail } of sentences) expect(detail).toMatch(/\p{Script=Arabic}/u)
  })

  it.each([
    [
      "nothing",
      {},
      [
        ["#/country", "field.required"],
        ["#/language", "field.required"],
        ["#/firstName", "field.required"],
        ["#/email", "field.contact-missing"],
      ],
    ],
    ["a list", [], [["#", "partners.type"]]],
    ["nothing at all", null, [["#", "partners.type"]]],
    ["a text", "Awa", [["#", "partners.type"]]],
  ])("that is %s is refused", async (_, sent, faults) => {
    expect(faultsOf((await post(sent)).body)).toEqual(faults)
  })

  it("with half a sign, a sign of control, or a field that programs trip over, is refused with the place", async () => {
    const raw = (text: string) => ask("/api/v1/leads", { method: "POST", raw: text, headers: { "content-type": "application/json" } })
    const lone = await raw(String.raw`{"firstName":"A\ud800","email":"a@example.org","country":"SN","language":"fr"}`)
    expect(faultsOf(lone.body)).toEqual([["#/firstName", "field.control-characters"]])
    expect(faultsOf((await post(someone({ campaign: "a\u0000b" }))).body)).toEqual([["#/campaign", "field.control-characters"]])
    expect(faultsOf((await post(someone({ programme: "a\u0000b" }))).body)).toEqual([["#/programme", "field.control-characters"]])
    const names = await raw(
      String.raw`{"__proto__":{"x":1},"a/b~\ud800":1,"firstName":"Awa","email":"a@example.org","country":"SN","language":"fr"}`,
    )
    expect(names.status).toBe(400)
    expect(faultsOf(names.body)).toEqual([
      ["#/__proto__", "partners.unknown-field"],
      ["#/a~1b~0%EF%BF%BD", "partners.unknown-field"],
    ])
    expect((await raw(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).status).toBe(400)
  })

  it("by a key of its own is taken once: again it is answered the same, and another content is refused", async () => {
    const sent = someone()
    const first = await post(sent, { "idempotency-key": "row-1" })
    ctx.advance({ days: 2 })
    const again = await post(Object.fromEntries(Object.entries(sent).toReversed()), { "idempotency-key": "row-1" })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect([first, again].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"])
    expect(await ctx.db.enquiry.count({ where: { email: sent.email } })).toBe(1)
    const other = await post({ ...sent, message: "Something else" }, { "idempotency-key": "row-1" })
    expect(other.status).toBe(422)
    expect(faultsOf(other.body)).toEqual([["Idempotency-Key", "leads.sending-other"]])
    expect((await post(sent, { "idempotency-key": "row-1" }, await aKey())).headers.get("idempotent-replayed")).toBeNull()
  })

  it("twice at once by one key is one enquiry, and both are answered the same", async () => {
    const sent = someone()
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(sent, { "idempotency-key": "at-once" })))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await ctx.db.enquiry.count({ where: { email: sent.email } })).toBe(1)
  })
})

describe("the catalogue for partners", () => {
  it("comes page by page, in a language, and says honestly what each intake is", async () => {
    for (const isSample of [true, false]) await anIntake(ctx, { isSample, owner: "UM6P" })
    const all: unknown[] = []
    let path: string | null = "/api/v1/programmes?limit=1&language=fr"
    while (path !== null && all.length < 500) {
      const { status, headers, body } = await ask(path)
      expect([status, headers.get("content-language")]).toEqual([200, "fr"])
      expectAsDocumented("Programmes", body)
      const page = body as { programmes: unknown[]; next: string | null }
      all.push(...page.programmes)
      path = page.next === null ? null : page.next.replace(testSettings.publicUrl, "")
    }
    const slugs = all.map((one) => (one as { slug: string }).slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs).toHaveLength(await ctx.db.programme.count({ where: { isArchived: false } }))
    expect(all.at(-1)).toMatchObject({ intakes: [{ isSample: false, window: "open", takesApplications: true }] })
    expect(all.at(-2)).toMatchObject({ title: expect.stringContaining("(fr)"), intakes: [{ isSample: true }] })
  })

  it("has a tag: who has it already is told so in a few bytes, until something changes", async () => {
    const { slug } = await anIntake(ctx)
    const path = "/api/v1/programmes"
    const first = await ask(path)
    const tag = first.headers.get("etag") ?? ""
    const headers = { "if-none-match": `"other", W/${tag}` }
    expect(await ask(path, { headers })).toMatchObject({ status: 304, body: null })
    await ctx.db.programme.update({ where: { slug }, data: { city: "Rabat" } })
    expect((await ask(path, { headers })).status).toBe(200)
    expect((await ask(path, { headers: { ...headers, "accept-language": "ar" } })).status).toBe(200)
  })

  it.each([
    ["limit=0", "limit", "partners.parameter"],
    ["limit=many", "limit", "partners.parameter"],
    ["after=no-such-programme", "after", "partners.parameter"],
    ["after=%00", "after", "partners.parameter"],
    ["after=aui-%EF%BF%BD", "after", "partners.parameter"],
    ["language=de", "language", "partners.parameter"],
    ["limit=2&limit=3", "limit", "partners.parameter"],
    ["page=2", "page", "partners.unknown-parameter"],
  ])("refuses %s by name", async (query, parameter, code) => {
    const { status, body } = await ask(`/api/v1/programmes?${query}`)
    expect([status, codeOf(body), faultsOf(body)]).toEqual([400, "partners.query", [[parameter, code]]])
  })
})

describe("a key", () => {
  it("is shown once and kept nowhere; with none, a wrong one or an ended one nobody passes", async () => {
    const head = await aStaff(ctx, "head", "AUI")
    const { key: own, keyId } = must(await makePartnerKey(head, { partner: "Campus Mali", scopes: ["leads.write"] }))
    const row = await ctx.db.partnerKey.findUniqueOrThrow({ where: { id: keyId } })
    expect(JSON.stringify(row)).not.toContain(own)
    expect(row.lastUsedAt).toBeNull()
    expect((await post(someone(), {}, own)).status).toBe(201)
    expect((await ctx.db.partnerKey.findUniqueOrThrow({ where: { id: keyId } })).lastUsedAt).toEqual(ctx.now())
    const none = await post(someone(), {}, null)
    expect([none.status, none.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Rihla"'])
    const wrong = await post(someone(), {}, `${own}x`)
    expect([wrong.status, wrong.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Rihla", error="invalid_token"'])
    expect((await ask("/api/v1/programmes", { bearer: null, headers: { authorization: "Basic YTpi" } })).status).toBe(401)
    must(await revokePartnerKey(head, { keyId }))
    expect((await post(someone(), {}, own)).status).toBe(401)
  })

  it("is given and ended by a head for their own university, and by the admin for the alliance", async () => {
    const head = await aStaff(ctx, "head", "AUI")
    const { keyId } = must(await makePartnerKey(head, { partner: "Own", scopes: ["leads.write"] }))
    for (const role of ["outreach", "officer", "campaigns", "director"] as const) {
      const colleague = await aStaff(ctx, role, "AUI")
      expect((await makePartnerKey(colleague, { partner: "No", scopes: ["leads.write"] })).refused?.code).toBe("not-allowed")
      expect((await revokePartnerKey(colleague, { keyId })).refused?.code).toBe("not-allowed")
    }
    for (const other of [await aStaff(ctx, "head", "UM6P"), await aStaff(ctx, "admin")])
      expect((await revokePartnerKey(other, { keyId })).refused?.code).toBe("not-found")
    must(await revokePartnerKey(head, { keyId }))
    must(await revokePartnerKey(head, { keyId }))
    expect(await ctx.events(keyId)).toEqual(["partner.key-made", "partner.key-revoked"])
  })

  it("does what it was given for and nothing else", async () => {
    const writes = await aKey({ scopes: ["leads.write"] })
    const reads = await aKey({ scopes: ["programmes.read"] })
    const refused = await post(someone(), {}, reads)
    expect([refused.status, codeOf(refused.body)]).toEqual([403, "partners.scope-missing"])
    expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="Rihla", error="insufficient_scope", scope="leads.write"')
    expect((await ask("/api/v1/programmes", { bearer: writes })).status).toBe(403)
    expect((await ask("/api/v1/programmes", { bearer: reads })).status).toBe(200)
  })

  it("makes a hundred and twenty requests at once, then as many more as its pace gives back, and says how long to wait", async () => {
    const answers = []
    for (let one = 0; one < 122; one++) answers.push(await ask("/api/v1/programmes?limit=1"))
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(120).fill(200), 429, 429])
    expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"key";q=120;w=60')
    expect(answers[0]?.headers.get("ratelimit")).toBe('"key";r=119;t=1')
    expect(answers[119]?.headers.get("ratelimit")).toBe('"key";r=0;t=60')
    expect(answers[120]?.headers.get("retry-after")).toBe("1")
    expect(codeOf(answers[120]?.body)).toBe("partners.too-many")
    ctx.setNow(new Date(ctx.now().getTime() + 1000))
    expect((await ask("/api/v1/programmes?limit=1")).status).toBe(200)
    expect((await ask("/api/v1/programmes?limit=1")).status).toBe(200)
    expect((await ask("/api/v1/programmes?limit=1")).status).toBe(429)
    expect((await ask("/api/v1/programmes?limit=1", { bearer: await aKey() })).status).toBe(200)
  })
})

describe("the document", () => {
  it("is OpenAPI 3.1, and anybody may read it", async () => {
    const { status, body, headers } = await ask("/api/v1/openapi.json", { bearer: null })
    expect([status, headers.get("access-control-allow-origin")]).toEqual([200, "*"])
    expect(body).toEqual(JSON.parse(JSON.stringify(document)))
    const result = await new Validator().validate(JSON.parse(JSON.stringify(body)))
    expect(result).toMatchObject({ valid: true })
  })

  it("names no refusal that is not met", async () => {
    const full = await aKey()
    for (let one = 0; one < 120; one++) await ask("/api/v1/programmes?limit=1", { bearer: full })
    const none = await aKey({ scopes: ["programmes.read"] })
    const writes = await aKey({ scopes: ["leads.write"] })
    await post(someone(), { "idempotency-key": "met" })
    const raw = { method: "POST", raw: "{", headers: { "content-type": "application/json" } }
    const lead = await Promise.all([
      ask("/api/v1/leads", raw),
      post({}),
      post(someone(), { "idempotency-key": "not visible" }),
      post(someone(), {}, null),
      post(someone(), {}, "unknown"),
      post(someone(), {}, none),
      post(someone(), {}, full),
      post(someone(), { "content-type": "text/plain" }),
      post(someone(), { "idempotency-key": "met" }),
    ])
    const met = (answers: { status: number; body: unknown }[]) => new Set(answers.map(({ status, body }) => `${status} ${codeOf(body)}`))
    const documented = (refusals: Readonly<Record<number, readonly string[]>>) =>
      new Set(Object.entries(refusals).flatMap(([status, codes]) => codes.map((code) => `${status} ${code}`)))
    // A body that is too large never comes as far as a route: the server's own test sends one.
    expect(met(lead).add("413 partners.too-large")).toEqual(documented(leadRefusals))
    const list = await Promise.all([
      ask("/api/v1/programmes?page=2"),
      ask("/api/v1/programmes", { bearer: null }),
      ask("/api/v1/programmes", { bearer: "unknown" }),
      ask("/api/v1/programmes", { bearer: writes }),
      ask("/api/v1/programmes", { bearer: full }),
    ])
    expect(met(list)).toEqual(documented(programmesRefusals))
  })

  it.each([
    ["GET", "/api/v1/leads", "POST"],
    ["PUT", "/api/v1/leads", "POST"],
    ["DELETE", "/api/v1/leads", "POST"],
    ["OPTIONS", "/api/v1/leads", "POST"],
    ["POST", "/api/v1/programmes", "GET, HEAD"],
    ["PATCH", "/api/v1/openapi.json", "GET, HEAD"],
  ])("%s %s is answered with what may be asked there", async (method, path, allowed) => {
    const { status, headers, body } = await ask(path, { method, bearer: null })
    expect([status, headers.get("allow"), codeOf(body)]).toEqual([405, allowed, "partners.method"])
  })

  it("is named by every address of the API that is none", async () => {
    for (const method of ["GET", "POST"]) {
      const { status, body } = await ask("/api/v2/leads", { method, bearer: null })
      expect([status, codeOf(body)]).toEqual([404, "partners.no-address"])
    }
  })
})
