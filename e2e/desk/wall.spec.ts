import type { APIRequestContext, APIResponse } from "@playwright/test"
import { roleMay } from "#app/domain/people/permissions.ts"
import { type App, expect, test } from "../fixtures.ts"
import { sessionOf } from "../staff.ts"
import { doors, everyAnswer, type Method, nowhere, places, roles } from "./doors.ts"

/* The wall between the two universities, over HTTP: what is one's alone is not there for the other, whoever asks for it by its id. */

type Place = (typeof places)[number]
const otherThan: Record<Place, Place> = { aui: "um6p", um6p: "aui" }
const id = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"

/** One session of each for the whole file. */
const desks = new Map<string, Promise<APIRequestContext>>()
function desk(app: App, role: (typeof roles)[number], place: Place): Promise<APIRequestContext> {
  const email = `${role}@${place}.example`
  const session = desks.get(email) ?? sessionOf(app, email)
  desks.set(email, session)
  return session
}
test.afterAll(async () => {
  for (const session of desks.values()) await (await session).dispose()
})

const page = async (session: APIRequestContext, url: string) => (await session.get(url)).text()
const post = (session: APIRequestContext, url: string, form: Record<string, string>) => session.post(url, { form, maxRedirects: 0 })
const toOf = (answer: APIResponse) => answer.headers()["location"] ?? ""
/** Every id that stands on a page after some words. */
const idsAfter = (html: string, words: string) => [...html.matchAll(new RegExp(`${words}(${id})`, "g"))].map(([, found]) => found ?? "")
const idIn = (text: string) => new RegExp(id).exec(text)?.[0] ?? ""

/** One kind of thing that a university has for itself. */
type Thing = {
  /** Where the addresses of one such thing begin, and the part of them that is its id. */
  begins: string
  name: string
  /** A thing of the one university's alone, as its head finds or makes it. */
  find: (app: App, place: Place) => Promise<string>
  /** What its head still does with it when the other university has tried everything. */
  stands: readonly [Method, string]
}

/** What is of both stands in both lists. */
const listed = (list: string, words: string) => async (app: App, place: Place) => {
  const [own, other] = [await desk(app, "head", place), await desk(app, "head", otherThan[place])]
  const known = idsAfter(await page(other, list), words)
  return idsAfter(await page(own, list), words).find((one) => !known.includes(one)) ?? ""
}

const leadOf = async (app: App, place: Place) =>
  idsAfter(await page(await desk(app, "head", place), "/desk/leads"), "/desk/leads/")[0] ?? ""

/** Opens a tablet for an event that this university alone has; what its page says of it. */
async function kioskOf(app: App, place: Place): Promise<{ code: string; pin: string; kioskId: string }> {
  const head = await desk(app, "head", place)
  const html = await (await post(head, "/desk/kiosk", { event: await fairOf(app, place) })).text()
  const said = [...html.matchAll(/<code dir="ltr">([^<]+)</g)].map(([, text]) => text ?? "")
  return {
    code: said[0] ?? "",
    pin: said[1] ?? "",
    kioskId: idsAfter(await page(head, "/desk/kiosk"), "/desk/kiosk/")[0] ?? "",
  }
}

const fairOf = listed("/desk/kiosk", '<option value="')

const things: readonly Thing[] = [
  { begins: "/desk/leads/:leadId", name: ":leadId", find: leadOf, stands: ["GET", "/desk/leads/:leadId"] },
  {
    begins: "/desk/choices/:choiceId",
    name: ":choiceId",
    find: listed("/desk/choices", "/desk/choices/"),
    stands: ["GET", "/desk/choices/:choiceId"],
  },
  {
    begins: "/desk/campaigns/:campaignId",
    name: ":campaignId",
    find: async (app, place) => {
      const session = await desk(app, "campaigns", place)
      return idIn(toOf(await post(session, "/desk/campaigns/new", { name: "Wall", owner: place.toUpperCase(), purpose: "news" })))
    },
    stands: ["GET", "/desk/campaigns/:campaignId"],
  },
  {
    begins: "/desk/catalogue/:kind/:thingId",
    name: ":thingId",
    find: listed("/desk/catalogue?kind=programme", "/desk/catalogue/programme/"),
    stands: ["GET", "/desk/catalogue/:kind/:thingId"],
  },
  { begins: "/desk/rules/:ruleId", name: ":ruleId", find: listed("/desk/rules", "/desk/rules/"), stands: ["GET", "/desk/rules/:ruleId"] },
  {
    begins: "/desk/team/rules/:ruleId",
    name: ":ruleId",
    find: listed("/desk/team", "/desk/team/rules/"),
    stands: ["GET", "/desk/team/rules/:ruleId"],
  },
  {
    begins: "/desk/reports/:reportId",
    name: ":reportId",
    find: listed("/desk/reports", "/desk/reports/"),
    stands: ["GET", "/desk/reports/:reportId"],
  },
  {
    begins: "/desk/events/:eventId",
    name: ":eventId",
    find: listed("/desk/events", "/desk/events/"),
    stands: ["GET", "/desk/events/:eventId"],
  },
  {
    begins: "/desk/codes/:codeId",
    name: ":codeId",
    find: async (app, place) =>
      idIn(toOf(await post(await desk(app, "head", place), "/desk/codes/new", { kind: "school", name: "Lycée", target: "home" }))),
    stands: ["GET", "/desk/codes/:codeId"],
  },
  {
    begins: "/desk/imports/:importId",
    name: ":importId",
    find: async (app, place) => {
      const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(`Name,Email\nAwa,awa.${place}@example.org\n`) }
      const head = await desk(app, "head", place)
      return idIn(toOf(await head.post("/desk/imports/new", { multipart: { partner: "Doors", file }, maxRedirects: 0 })))
    },
    stands: ["GET", "/desk/imports/:importId"],
  },
  {
    begins: "/desk/leads/bulk/:batchId",
    name: ":batchId",
    find: async (app, place) =>
      idIn(toOf(await post(await desk(app, "head", place), "/desk/leads/bulk", { lead: await leadOf(app, place) }))),
    stands: ["GET", "/desk/leads/bulk/:batchId"],
  },
  {
    begins: "/desk/leads/views/:viewId",
    name: ":viewId",
    find: async (app, place) => {
      const head = await desk(app, "head", place)
      await post(head, "/desk/leads/views", { name: `Wall of ${place}`, query: "country=SN", shared: "1" })
      return idsAfter(await page(head, "/desk/leads?country=SN"), "/desk/leads/views/")[0] ?? ""
    },
    stands: ["POST", "/desk/leads/views/:viewId/drop"],
  },
  {
    begins: "/desk/mentions/:noteId",
    name: ":noteId",
    // Somebody has named the head in a note.
    find: async (app, place) => idsAfter(await page(await desk(app, "head", place), "/desk"), "/desk/mentions/")[0] ?? "",
    stands: ["POST", "/desk/mentions/:noteId/read"],
  },
  {
    begins: "/desk/awaited/:eventId",
    name: ":eventId",
    find: async (app, place) => {
      const head = await desk(app, "head", place)
      const before = idsAfter(await page(head, "/desk/awaited"), "/desk/awaited/")
      await post(head, "/desk/awaited", { nameFr: "Mur", nameEn: "Wall", nameAr: "جدار", isOwn: "1" })
      return idsAfter(await page(head, "/desk/awaited"), "/desk/awaited/").find((one) => !before.includes(one)) ?? ""
    },
    stands: ["POST", "/desk/awaited/:eventId/happened"],
  },
  {
    begins: "/desk/kiosk/:kioskId",
    name: ":kioskId",
    find: async (app, place) => (await kioskOf(app, place)).kioskId,
    stands: ["POST", "/desk/kiosk/:kioskId/extend"],
  },
  {
    begins: "/desk/kiosk/tablets/:tabletId",
    name: ":tabletId",
    find: async (app, place) => {
      const head = await desk(app, "head", place)
      const { code, pin } = await kioskOf(app, place)
      await head.post("/api/kiosk/open", { data: { code, pin } })
      return idsAfter(await page(head, "/desk/kiosk"), "/desk/kiosk/tablets/")[0] ?? ""
    },
    stands: ["POST", "/desk/kiosk/tablets/:tabletId/revoke"],
  },
  {
    begins: "/desk/partners/:keyId",
    name: ":keyId",
    find: async (app, place) => {
      const head = await desk(app, "head", place)
      await post(head, "/desk/partners", { partner: "Wall", scopes: "leads.write" })
      return idsAfter(await page(head, "/desk/partners"), "/desk/partners/")[0] ?? ""
    },
    stands: ["POST", "/desk/partners/:keyId/revoke"],
  },
]

const urlOf = (address: string, name: string, thing: string) =>
  address
    .replace(name, thing)
    .replace(":kind", "programme")
    .replace(":language", "fr")
    .replace(":file", "poster.svg")
    .replace(/:\w+/g, nowhere)

const fetchAs = (session: APIRequestContext, method: Method, url: string, form: Record<string, string>) =>
  session.fetch(url, { method, maxRedirects: 0, ...(method === "POST" ? { form } : {}) })

/** What a rule of sharing out asks for before it is looked at. */
async function membersAt(app: App, place: Place): Promise<{ members: string }> {
  const html = await page(await desk(app, "head", place), "/desk/team/rules/new")
  return { members: /name="members"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? "" }
}

for (const { begins, name, find, stands } of things) {
  test(`what one university has at ${begins} is not there for any role of the other, whatever is asked of it`, async ({ app }) => {
    for (const place of places) {
      const thing = await find(app, place)
      expect(thing, `${place} has nothing of its own at ${begins}`).not.toBe("")
      const other = otherThan[place]
      const form = { ...everyAnswer, ...(begins.includes("/team/") ? await membersAt(app, other) : {}) }
      const wrong: string[] = []
      let tried = 0
      for (const [method, address, permission] of doors) {
        if (!address.startsWith(begins) || permission === null) continue
        // Whom a role lets pass the wall stops, whatever the role: at one of the two each of them tries.
        const holders = roles.filter((role) => roleMay(role, permission))
        for (const role of other === "um6p" ? holders : holders.slice(-1)) {
          tried++
          const session = await desk(app, role, other)
          const status = (await fetchAs(session, method, urlOf(address, name, thing), form)).status()
          if (status !== 404) wrong.push(`${role}@${other} ${method} ${address}: ${status}`)
        }
      }
      expect(wrong).toEqual([])
      expect(tried).toBeGreaterThan(0)
      const [method, address] = stands
      const still = await fetchAs(await desk(app, "head", place), method, urlOf(address, name, thing), { back: "/desk" })
      expect(`${place} ${address} ${still.status()} ${toOf(still)}`).toMatch(/ (200 $|30[23] (?!.*[?&]no=))/)
    }
  })
}

/* Persons are shared: a pair of them is of whoever knows one of the two by a lead. */

/** One verb on a pair, or on the merge that it has become. */
type PairVerb = { door: readonly [Method, string]; at: "open" | "merged"; form?: (pair: Pair) => Record<string, string> }
type Pair = {
  name: string
  knownTo: readonly Place[]
  suggestionId: string
  kept: string
  away: string
  /** A lead of the one and one of the other, and whether one university has both. */
  leads: readonly [string, string]
  mergeId: string
}

const both = ({ kept, away }: Pair) => ({ kept, away })
const pairVerbs: readonly PairVerb[] = [
  { door: ["GET", "/desk/duplicates/:suggestionId"], at: "open" },
  { door: ["POST", "/desk/duplicates/:suggestionId/dismiss"], at: "open" },
  { door: ["POST", "/desk/duplicates/:suggestionId/reopen"], at: "open" },
  { door: ["GET", "/desk/leads/:leadId/same"], at: "open" },
  { door: ["POST", "/desk/leads/:leadId/same"], at: "open", form: ({ leads: [, other] }) => ({ other }) },
  { door: ["POST", "/desk/duplicates/:suggestionId"], at: "open", form: both },
  { door: ["POST", "/desk/duplicates/:suggestionId"], at: "merged", form: both },
  { door: ["GET", "/desk/merges/:mergeId"], at: "merged" },
  { door: ["POST", "/desk/merges/:mergeId"], at: "merged" },
]

const isOfPairs = (address: string) => address.includes(":suggestionId") || address.includes(":mergeId") || address.endsWith("/same")

test("every thing that an address names stands in a table of the wall", async () => {
  const walled = (method: Method, address: string) =>
    isOfPairs(address)
      ? pairVerbs.some(({ door }) => door[0] === method && door[1] === address)
      : things.some(({ begins }) => address.startsWith(begins))
  const open = doors.filter(
    ([method, address, permission]) =>
      /:(?!kind|language|file)/.test(address) &&
      roles.some((role) => permission === null || roleMay(role, permission)) &&
      !walled(method, address),
  )
  expect(open).toEqual([])
})

const urlOfPair = (address: string, pair: Pair) =>
  address.replace(":suggestionId", pair.suggestionId).replace(":mergeId", pair.mergeId).replace(":leadId", pair.leads[0])

/** Somebody asks one university alone; their lead there. */
async function asks(app: App, place: Place, said: Record<string, string>): Promise<string> {
  const head = await desk(app, "head", place)
  const answer = await post(head, `/fr/enquire?university=${place.toUpperCase()}`, { country: "SN", message: "x", ...said })
  expect(answer.status()).toBe(303)
  const leads = idsAfter(await page(head, `/desk/leads?q=${encodeURIComponent(said["firstName"] ?? "")}`), "/desk/leads/")
  return leads[0] ?? ""
}

async function pairOf(head: APIRequestContext, name: string, knownTo: readonly Place[], suggestionId: string, leads: [string, string]) {
  const html = await page(head, `/desk/duplicates/${suggestionId}`)
  const hidden = (field: string) => new RegExp(`name="${field}" value="(${id})"`).exec(html)?.[1] ?? ""
  const pair: Pair = { name, knownTo, suggestionId, kept: hidden("kept"), away: hidden("away"), leads, mergeId: nowhere }
  expect(Object.values(pair)).not.toContain("")
  return pair
}

/** Two whom one university alone knows, put side by side by its head. */
async function pairAt(app: App, place: Place): Promise<Pair> {
  const head = await desk(app, "head", place)
  const one = await asks(app, place, { firstName: `Zenabou${place}`, lastName: "Rempart", email: `z1.${place}@example.org` })
  const two = await asks(app, place, { firstName: `Wendkuni${place}`, lastName: "Palissade", email: `z2.${place}@example.org` })
  const beside = await post(head, `/desk/leads/${one}/same`, { other: two })
  return pairOf(head, `of ${place} alone`, [place], idIn(toOf(beside).replace("/desk/duplicates/", "")), [one, two])
}

/** Two by one phone, of whom each university knows one; the house puts them side by side. */
async function mixedPair(app: App, mark: string): Promise<Pair> {
  const phone = `+22177514${mark}`
  const one = await asks(app, "aui", { firstName: `Yacine${mark}`, lastName: "Cloison", phone, message: `Nord ${mark}` })
  const two = await asks(app, "um6p", { firstName: `Yassine${mark}`, lastName: "Cloison", phone, message: `Sud ${mark}` })
  const head = await desk(app, "head", "aui")
  let found = ""
  await expect(async () => {
    found = idsAfter(await page(head, `/desk/leads/${one}`), "/desk/duplicates/")[0] ?? ""
    expect(found).not.toBe("")
  }).toPass({ timeout: 20_000 })
  return pairOf(head, "of whom each knows one", places, found, [one, two])
}

/** Everybody at both desks tries everything with a pair as it is now: who may is told apart by `isTheirs`. */
async function expectRefused(app: App, pair: Pair, at: PairVerb["at"]): Promise<void> {
  const wrong: string[] = []
  for (const place of places)
    for (const role of roles) {
      const may = roleMay(role, "people.merge")
      if (may && pair.knownTo.includes(place)) continue
      const session = await desk(app, role, place)
      for (const { door, form } of pairVerbs.filter((verb) => verb.at === at)) {
        const [method, address] = door
        const { status } = await statusOf(session, method, urlOfPair(address, pair), form?.(pair) ?? { back: "/desk" })
        if (status !== (may ? 404 : 403)) wrong.push(`${role}@${place} ${method} ${address}: ${status}`)
      }
      const list = await session.get("/desk/duplicates")
      if (list.status() !== (may ? 200 : 403)) wrong.push(`${role}@${place} the list: ${list.status()}`)
      const html = await list.text()
      if (html.includes(pair.suggestionId) || html.includes(pair.mergeId)) wrong.push(`${role}@${place} has the pair on the list`)
    }
  expect(wrong, `a pair ${pair.name}, ${at}`).toEqual([])
}

async function statusOf(session: APIRequestContext, method: Method, url: string, form: Record<string, string>) {
  const answer = await fetchAs(session, method, url, form)
  return { status: answer.status(), to: toOf(answer) }
}

/** Whoever may goes once around: aside and back on the list, made one, and two again. */
async function goAround(session: APIRequestContext, pair: Pair, isOwnAlone: boolean, meanwhile: (merged: Pair) => Promise<void>) {
  const at = `/desk/duplicates/${pair.suggestionId}`
  const isListed = async () => (await page(session, "/desk/duplicates")).includes(at)
  expect(await isListed()).toBe(true)
  expect((await session.get(at)).status()).toBe(200)
  expect(await statusOf(session, "POST", `${at}/dismiss`, {})).toMatchObject({ to: expect.stringContaining("did=pair-dismissed") })
  expect(await isListed()).toBe(false)
  expect(await statusOf(session, "POST", `${at}/reopen`, {})).toMatchObject({ to: expect.stringContaining("did=pair-reopened") })
  expect(await isListed()).toBe(true)
  const [one, other] = pair.leads
  const leads = await Promise.all(pair.leads.map(async (lead) => (await session.get(`/desk/leads/${lead}/same`)).status()))
  // Beside each other by hand come two whom one knows: the other's lead is not there.
  expect(leads.toSorted()).toEqual(isOwnAlone ? [200, 200] : [200, 404])
  for (const [lead, beside] of [
    [one, other],
    [other, one],
  ] as const)
    expect(await statusOf(session, "POST", `/desk/leads/${lead}/same`, { other: beside })).toMatchObject(
      isOwnAlone ? { status: 303, to: expect.stringContaining(at) } : { status: 404 },
    )
  const made = await statusOf(session, "POST", at, both(pair))
  expect(made).toMatchObject({ status: 303, to: expect.stringContaining("did=pair-merged") })
  const merged = { ...pair, mergeId: idIn(made.to) }
  expect((await session.get(`/desk/merges/${merged.mergeId}`)).status()).toBe(200)
  expect((await session.get(at)).status()).toBe(404)
  await meanwhile(merged)
  expect(await page(session, "/desk/duplicates")).toContain(`/desk/merges/${merged.mergeId}`)
  expect(await statusOf(session, "POST", `/desk/merges/${merged.mergeId}`, {})).toMatchObject({
    to: expect.stringContaining("did=pair-separated"),
  })
}

const makePair = {
  "one university alone": (app: App) => pairAt(app, "aui"),
  "the other alone": (app: App) => pairAt(app, "um6p"),
  "both, one of the two each": (app: App) => mixedPair(app, "0101"),
}

for (const [whose, make] of Object.entries(makePair)) {
  test(`a pair known to ${whose} is looked at, made one and made two by whoever knows one of them and by nobody else`, async ({ app }) => {
    const pair = await make(app)
    await expectRefused(app, pair, "open")
    let isFirst = true
    for (const place of pair.knownTo)
      for (const role of roles.filter((one) => roleMay(one, "people.merge"))) {
        const session = await desk(app, role, place)
        await goAround(session, pair, pair.knownTo.length === 1, async (merged) => {
          if (isFirst) await expectRefused(app, merged, "merged")
          isFirst = false
        })
      }
  })
}

test("nobody makes one of somebody whom they know and somebody whom the other university alone knows, by an id", async ({ app }) => {
  const [ours, theirs] = [await pairAt(app, "aui"), await pairAt(app, "um6p")]
  for (const place of places) {
    const own = place === "aui" ? ours : theirs
    for (const role of roles.filter((one) => roleMay(one, "people.merge"))) {
      const session = await desk(app, role, place)
      for (const form of [
        { kept: ours.kept, away: theirs.away },
        { kept: theirs.kept, away: ours.away },
      ])
        expect(await statusOf(session, "POST", `/desk/duplicates/${own.suggestionId}`, form)).toMatchObject({ status: 404 })
      expect(
        await statusOf(session, "POST", `/desk/leads/${own.leads[0]}/same`, { other: (place === "aui" ? theirs : ours).leads[0] }),
      ).toMatchObject({ status: 404 })
    }
  }
})

test("of somebody made of two, each university reads what both share and what is its own", async ({ app }) => {
  const pair = await mixedPair(app, "0202")
  const [north, south] = pair.leads
  const heads = { aui: await desk(app, "head", "aui"), um6p: await desk(app, "head", "um6p") }
  const own = { aui: ["Mur du nord", "nord-seul", "Rappeler au nord"], um6p: ["Mur du sud", "sud-seul", "Rappeler au sud"] }
  for (const [place, lead] of [
    ["aui", north],
    ["um6p", south],
  ] as const) {
    const [note = "", tag = "", task = ""] = own[place]
    for (const [end, form] of [
      ["note", { text: note }],
      ["tags", { tags: tag }],
      ["task", { task, when: "tomorrow" }],
      ["move", { from: "new", to: "contacted" }],
    ] as const)
      expect(await statusOf(heads[place], "POST", `/desk/leads/${lead}/${end}`, form)).toMatchObject({ status: 303 })
  }
  const mergeId = idIn((await statusOf(heads.aui, "POST", `/desk/duplicates/${pair.suggestionId}`, both(pair))).to)
  for (const [place, lead] of [
    ["aui", north],
    ["um6p", south],
  ] as const)
    for (const role of roles.filter((one) => roleMay(one, "leads.read"))) {
      const session = await desk(app, role, place)
      const file = await page(session, `/desk/leads/${lead}`)
      for (const words of ["Nord 0202", "Sud 0202", ...own[place]]) expect(file).toContain(words)
      const other = otherThan[place]
      const elsewhere = lead === north ? south : north
      const exported = await post(session, "/desk/leads/export/file", { reason: "Wall", columns: "tags", format: "csv" })
      const read = [
        file,
        await page(session, `/desk/merges/${mergeId}`),
        await page(session, "/desk/leads?q=Cloison"),
        await page(session, "/desk/search?q=Cloison"),
        await page(session, `/desk/leads/rows?ids=${elsewhere},${lead}`),
        await exported.text(),
      ].join("\n")
      for (const words of own[other]) expect(read).not.toContain(words)
      expect(read).not.toContain(`/desk/leads/${elsewhere}`)
      expect((await session.get(`/desk/leads/${elsewhere}`)).status()).toBe(404)
    }
  expect(await statusOf(heads.um6p, "POST", `/desk/merges/${mergeId}`, {})).toMatchObject({ status: 303 })
})

test("no list, search or file tells of somebody whom the other university alone knows, and no form reaches them", async ({ app }) => {
  for (const place of places) {
    const lead = await asks(app, place, { firstName: `Tombouctou${place}`, lastName: `Enceinte${place}`, email: `t.${place}@example.org` })
    expect(lead).not.toBe("")
    const other = otherThan[place]
    const theirs = await leadOf(app, other)
    for (const role of roles.filter((one) => roleMay(one, "leads.read"))) {
      const session = await desk(app, role, other)
      const told = [
        await page(session, `/desk/leads?q=Tombouctou${place}`),
        await page(session, `/desk/search?q=Tombouctou${place}`),
        await page(session, `/desk/leads/${theirs}/same?who=Tombouctou${place}`),
        await page(session, `/desk/leads/rows?ids=${lead}`),
        await (await post(session, "/desk/leads/export/file", { reason: "Wall", columns: "name", format: "csv" })).text(),
      ]
      for (const text of told) {
        expect(text).not.toContain(`Enceinte${place}`)
        expect(text).not.toContain(`/desk/leads/${lead}`)
      }
      expect(await statusOf(session, "POST", "/desk/live", { tab: "0123456789abcdef", lead })).toMatchObject({ status: 404 })
      const { to } = await statusOf(session, "POST", "/desk/leads/bulk", { lead })
      expect(await page(session, to)).not.toContain(`Enceinte${place}`)
    }
  }
  const other = await desk(app, "head", "um6p")
  const fair = await fairOf(app, "aui")
  expect((await post(other, "/desk/kiosk", { event: fair })).status()).toBe(404)
  const rule = await listed("/desk/team", "/desk/team/rules/")(app, "aui")
  expect((await post(other, "/desk/team/rule-move", { rule })).status()).toBe(404)
})
