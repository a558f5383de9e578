import type { RouteConfigEntry } from "@react-router/dev/routes"
import { type APIRequestContext, request as requests } from "@playwright/test"
import { type Permission, roleMay } from "#app/domain/people/permissions.ts"
import routes from "#app/routes.ts"
import { expect, test } from "../fixtures.ts"
import { sessionOf } from "../staff.ts"

/* Who may do what, over HTTP: every role at both universities tries every address of the desk. */

type Method = "GET" | "POST"
/** Method and address of the desk, with what its actor must hold; null is for all staff. */
const doors: readonly [Method, string, Permission | null][] = [
  ["GET", "/desk", null],
  ["GET", "/desk/search", "leads.read"],
  ["POST", "/desk/language", null],
  ["POST", "/desk/scheme", null],
  ["GET", "/desk/live", "leads.read"],
  ["POST", "/desk/live", "leads.read"],
  ["GET", "/desk/leads/rows", "leads.read"],
  ["GET", "/desk/leads/export", "leads.export"],
  ["POST", "/desk/leads/export", "leads.export"],
  ["POST", "/desk/leads/export/file", "leads.export"],
  ["GET", "/desk/imports", "leads.import"],
  ["GET", "/desk/imports/new", "leads.import"],
  ["POST", "/desk/imports/new", "leads.import"],
  ["GET", "/desk/imports/:importId", "leads.import"],
  ["POST", "/desk/imports/:importId", "leads.import"],
  ["POST", "/desk/imports/:importId/run", "leads.import"],
  ["POST", "/desk/imports/:importId/undo", "leads.import"],
  ["POST", "/desk/imports/:importId/drop", "leads.import"],
  ["POST", "/desk/imports/:importId/refused", "leads.import"],
  ["POST", "/desk/leads/views", "leads.read"],
  ["POST", "/desk/leads/views/:viewId/drop", "leads.read"],
  ["POST", "/desk/leads/bulk", "leads.work"],
  ["GET", "/desk/leads/bulk/:batchId", "leads.work"],
  ["POST", "/desk/leads/bulk/:batchId", "leads.work"],
  ["POST", "/desk/leads/bulk/:batchId/undo", "leads.work"],
  ["POST", "/desk/leads/:leadId/seen", "leads.work"],
  ["POST", "/desk/leads/:leadId/move", "leads.work"],
  ["POST", "/desk/leads/:leadId/undo", "leads.work"],
  ["POST", "/desk/leads/:leadId/close", "leads.work"],
  ["POST", "/desk/leads/:leadId/reopen", "leads.work"],
  ["POST", "/desk/leads/:leadId/owner", "leads.work"],
  ["POST", "/desk/leads/:leadId/guardian", "leads.work"],
  ["POST", "/desk/leads/:leadId/number", "leads.work"],
  ["GET", "/desk/leads", "leads.read"],
  ["GET", "/desk/leads/:leadId", "leads.read"],
  ["POST", "/desk/leads/:leadId/note", "leads.work"],
  ["POST", "/desk/leads/:leadId/wake", "leads.work"],
  ["GET", "/desk/leads/:leadId/task", "leads.work"],
  ["POST", "/desk/leads/:leadId/task", "leads.work"],
  ["GET", "/desk/leads/:leadId/task/:taskId", "leads.work"],
  ["POST", "/desk/leads/:leadId/task/:taskId", "leads.work"],
  ["POST", "/desk/leads/:leadId/task-done", "leads.work"],
  ["GET", "/desk/leads/:leadId/tags", "leads.work"],
  ["POST", "/desk/leads/:leadId/tags", "leads.work"],
  ["GET", "/desk/leads/:leadId/snooze", "leads.work"],
  ["POST", "/desk/leads/:leadId/snooze", "leads.work"],
  ["GET", "/desk/leads/:leadId/contact", "leads.work"],
  ["POST", "/desk/leads/:leadId/contact", "leads.work"],
  ["GET", "/desk/leads/:leadId/contact/:contactId", "leads.work"],
  ["POST", "/desk/leads/:leadId/contact/:contactId", "leads.work"],
  ["GET", "/desk/leads/:leadId/reach", "leads.work"],
  ["POST", "/desk/leads/:leadId/reach", "leads.work"],
  ["POST", "/desk/leads/:leadId/note-share", "leads.work"],
  ["POST", "/desk/mentions/:noteId/read", "leads.read"],
  ["GET", "/desk/team", "leads.read"],
  ["POST", "/desk/team", "leads.work"],
  ["GET", "/desk/team/rules/:ruleId", "leads.rules"],
  ["POST", "/desk/team/rules/:ruleId", "leads.rules"],
  ["POST", "/desk/team/rule-move", "leads.rules"],
  ["POST", "/desk/team/absence-remove", "leads.work"],
  ["POST", "/desk/team/share", "leads.rules"],
  ["POST", "/desk/team/share-undo", "leads.rules"],
  ["GET", "/desk/hours", "leads.read"],
  ["POST", "/desk/hours", "leads.rules"],
  ["POST", "/desk/hours/holiday", "leads.rules"],
  ["GET", "/desk/awaited", "leads.read"],
  ["POST", "/desk/awaited", "leads.work"],
  ["POST", "/desk/awaited/:eventId/day", "leads.work"],
  ["POST", "/desk/awaited/:eventId/happened", "leads.work"],
  ["POST", "/desk/choices/export", "choices.export"],
  ["POST", "/desk/choices/:choiceId/seen", "choices.work"],
  ["POST", "/desk/choices/:choiceId/review", "choices.work"],
  ["POST", "/desk/choices/:choiceId/owner", "choices.work"],
  ["POST", "/desk/choices/:choiceId/take-back", "choices.decide"],
  ["POST", "/desk/choices/:choiceId/send-now", "choices.decide"],
  ["GET", "/desk/leads/:leadId/same", "people.merge"],
  ["POST", "/desk/leads/:leadId/same", "people.merge"],
  ["GET", "/desk/duplicates", "people.merge"],
  ["GET", "/desk/duplicates/:suggestionId", "people.merge"],
  ["POST", "/desk/duplicates/:suggestionId", "people.merge"],
  ["POST", "/desk/duplicates/:suggestionId/dismiss", "people.merge"],
  ["POST", "/desk/duplicates/:suggestionId/reopen", "people.merge"],
  ["GET", "/desk/merges/:mergeId", "people.merge"],
  ["POST", "/desk/merges/:mergeId", "people.merge"],
  ["GET", "/desk/choices", "choices.read"],
  ["GET", "/desk/choices/:choiceId", "choices.read"],
  ["POST", "/desk/choices/:choiceId/offer", "choices.decide"],
  ["POST", "/desk/choices/:choiceId/refuse", "choices.decide"],
  ["POST", "/desk/choices/:choiceId/resume", "choices.ask"],
  ["POST", "/desk/choices/:choiceId/shortlist", "choices.ask"],
  ["POST", "/desk/choices/:choiceId/end-waiting", "choices.decide"],
  ["POST", "/desk/choices/:choiceId/waitlist", "choices.decide"],
  ["POST", "/desk/choices/:choiceId/ask", "choices.ask"],
  ["POST", "/desk/choices/:choiceId/interview", "choices.ask"],
  ["POST", "/desk/choices/:choiceId/confirm", "choices.confirm"],
  ["POST", "/desk/choices/:choiceId/unmet", "choices.confirm"],
  ["POST", "/desk/choices/:choiceId/defer", "choices.confirm"],
  ["POST", "/desk/choices/:choiceId/waiver", "waivers.decide"],
  ["POST", "/desk/choices/:choiceId/note", "choices.work"],
  ["GET", "/desk/events", "events.read"],
  ["GET", "/desk/events/new", "events.edit"],
  ["POST", "/desk/events/new", "events.edit"],
  ["GET", "/desk/events/:eventId", "events.read"],
  ["GET", "/desk/events/:eventId/preview/:language", "events.edit"],
  ["GET", "/desk/events/:eventId/edit", "events.edit"],
  ["POST", "/desk/events/:eventId/edit", "events.edit"],
  ["GET", "/desk/events/:eventId/history", "events.edit"],
  ["POST", "/desk/events/:eventId/restore", "events.edit"],
  ["POST", "/desk/events/:eventId/review", "events.publish"],
  ["POST", "/desk/events/:eventId/publish", "events.publish"],
  ["POST", "/desk/events/:eventId/archive", "events.publish"],
  ["POST", "/desk/events/:eventId/cancel", "events.publish"],
  ["POST", "/desk/events/:eventId/attendance", "events.attend"],
  ["POST", "/desk/events/:eventId/attendance/clear", "events.attend"],
  ["GET", "/desk/events/:eventId/sheet", "events.attend"],
  ["POST", "/desk/events/:eventId/export", "events.export"],
  ["GET", "/desk/events/:eventId/import", "events.attend"],
  ["POST", "/desk/events/:eventId/import", "events.attend"],
  ["POST", "/desk/events/:eventId/import/take", "events.attend"],
  ["GET", "/desk/codes", "codes.read"],
  ["GET", "/desk/codes/new", "codes.make"],
  ["POST", "/desk/codes/new", "codes.make"],
  ["GET", "/desk/codes/:codeId", "codes.read"],
  ["GET", "/desk/codes/:codeId/sheet", "codes.read"],
  ["POST", "/desk/codes/:codeId/close", "codes.make"],
  ["POST", "/desk/codes/:codeId/reopen", "codes.make"],
  ["GET", "/desk/codes/:codeId/:file", "codes.read"],
  ["GET", "/desk/score", "score.read"],
  ["POST", "/desk/score", "score.edit"],
  ["GET", "/desk/campaigns", "campaigns.read"],
  ["POST", "/desk/campaigns/new", "campaigns.build"],
  ["GET", "/desk/campaigns/:campaignId", "campaigns.read"],
  ["POST", "/desk/campaigns/:campaignId/segment", "campaigns.build"],
  ["GET", "/desk/campaigns/:campaignId/preview/:language", "campaigns.read"],
  ["POST", "/desk/campaigns/:campaignId/test/:language", "campaigns.build"],
  ["POST", "/desk/campaigns/:campaignId/approve", "campaigns.approve"],
  ["POST", "/desk/campaigns/:campaignId/send", "campaigns.send"],
  ["POST", "/desk/campaigns/:campaignId/pause", "campaigns.send"],
  ["POST", "/desk/campaigns/:campaignId/resume", "campaigns.send"],
  ["POST", "/desk/campaigns/:campaignId/cancel", "campaigns.send"],
  ["GET", "/desk/catalogue", "catalogue.edit"],
  ["GET", "/desk/catalogue/:kind/new", "catalogue.edit"],
  ["POST", "/desk/catalogue/:kind/new", "catalogue.edit"],
  ["GET", "/desk/catalogue/:kind/:thingId", "catalogue.edit"],
  ["POST", "/desk/catalogue/:kind/:thingId", "catalogue.edit"],
  ["GET", "/desk/catalogue/:kind/:thingId/history", "catalogue.edit"],
  ["GET", "/desk/catalogue/:kind/:thingId/preview/:language", "catalogue.edit"],
  ["POST", "/desk/catalogue/:kind/:thingId/restore", "catalogue.edit"],
  ["POST", "/desk/catalogue/:kind/:thingId/review", "catalogue.publish"],
  ["POST", "/desk/catalogue/:kind/:thingId/publish", "catalogue.publish"],
  ["POST", "/desk/catalogue/:kind/:thingId/archive", "catalogue.publish"],
  ["GET", "/desk/kiosk", "events.attend"],
  ["POST", "/desk/kiosk", "events.attend"],
  ["POST", "/desk/kiosk/:kioskId/close", "events.attend"],
  ["POST", "/desk/kiosk/:kioskId/extend", "events.attend"],
  ["POST", "/desk/kiosk/tablets/:tabletId/revoke", "events.attend"],
  ["POST", "/desk/kiosk/tablets/:tabletId/restore", "events.attend"],
  ["GET", "/desk/rules", "rules.edit"],
  ["GET", "/desk/rules/new", "rules.edit"],
  ["POST", "/desk/rules/new", "rules.edit"],
  ["GET", "/desk/rules/:ruleId", "rules.edit"],
  ["POST", "/desk/rules/:ruleId", "rules.edit"],
  ["POST", "/desk/rules/:ruleId/restore", "rules.edit"],
  ["POST", "/desk/rules/:ruleId/put-aside", "rules.edit"],
  ["POST", "/desk/rules/:ruleId/review", "rules.publish"],
  ["POST", "/desk/rules/:ruleId/publish", "rules.publish"],
  ["GET", "/desk/reports", "reports.read"],
  ["GET", "/desk/reports/:reportId", "reports.read"],
  ["POST", "/desk/reports/:reportId", "reports.work"],
  ["POST", "/desk/reports/:reportId/look", "reports.work"],
  ["GET", "/desk/insight", "insight.read"],
  ["GET", "/desk/rates", "rates.set"],
  ["POST", "/desk/rates", "rates.set"],
  ["GET", "/desk/staff", "staff.manage"],
  ["POST", "/desk/staff", "staff.manage"],
  ["POST", "/desk/staff/:staffId/deactivate", "staff.manage"],
  ["POST", "/desk/staff/:staffId/reactivate", "staff.manage"],
  ["GET", "/desk/partners", "partners.manage"],
  ["POST", "/desk/partners", "partners.manage"],
  ["POST", "/desk/partners/:keyId/revoke", "partners.manage"],
  ["GET", "/desk/outbox", "outbox.read"],
  ["GET", "/desk/outbox/:mailId", "outbox.read"],
  ["GET", "/desk/outbox/:mailId/page", "outbox.read"],
  ["GET", "/desk/journal", "journal.read"],
]

/** The door itself, and what is on no map; signing out would end the test. */
const elsewhere = [/^\/desk\/sign-/, /^\/desk\/\*$/]

const roles = ["outreach", "officer", "reviewer", "head", "campaigns", "director"] as const
const staff = [
  ...(["aui", "um6p"] as const).flatMap((place) => roles.map((role) => ({ email: `${role}@${place}.example`, role }))),
  { email: "admin@rihla.example", role: "admin" as const },
]

/** The doors of one event. */
const eventDoors = doors.flatMap(([method, path]) => (path.startsWith("/desk/events/:eventId") ? [[path, method] as const] : []))

/** What is done to one lead, and an answer to every question that one of them asks. */
const leadDoors = doors.flatMap(([method, path]) => (method === "POST" && path.startsWith("/desk/leads/:leadId") ? [path] : []))
const wholeForm = (id: string) => ({
  from: "new",
  to: "contacted",
  reason: "no-answer",
  text: "x",
  when: "tomorrow",
  how: "call.reached",
  tags: "x",
  done: "1",
  shared: "1",
  task: id,
  note: id,
  guardian: id,
  channel: "call",
  number: "+221775140001",
  contact: id,
})

const nowhere = "00000000-0000-7000-8000-0000000000ff"

function addresses(entries: RouteConfigEntry[], above = ""): string[] {
  return entries.flatMap((entry) => {
    const here = entry.path === undefined ? above : `${above}/${entry.path}`
    return [...(entry.children === undefined ? [here] : addresses(entry.children, here))]
  })
}

function knock(session: APIRequestContext, method: Method, path: string) {
  const url = path.replace(":language", "fr").replace(/:\w+/g, nowhere)
  return session.fetch(url, { method, maxRedirects: 0, ...(method === "POST" ? { form: { back: "/desk" } } : {}) })
}

test("every address of the desk stands in the table of doors", async () => {
  const known = new Set(doors.map(([, path]) => path))
  const missing = addresses(routes).filter(
    (path) => path.startsWith("/desk") && !known.has(path) && !elsewhere.some((one) => one.test(path)),
  )
  expect(missing).toEqual([])
})

test("who is not signed in comes to the door of the desk, whatever they ask for", async ({ app }) => {
  const session = await requests.newContext({ baseURL: app.url, extraHTTPHeaders: { origin: app.url } })
  for (const [method, path] of doors) {
    const answer = await knock(session, method, path)
    expect(`${method} ${path} ${answer.status()} ${(answer.headers()["location"] ?? "").split("?")[0]}`).toBe(
      `${method} ${path} 302 /desk/sign-in`,
    )
  }
  await session.dispose()
})

for (const { email, role } of staff) {
  test(`${email} passes the doors of the role and no other`, async ({ app }) => {
    const session = await sessionOf(app, email)
    const wrong: string[] = []
    for (const [method, path, permission] of doors) {
      const status = (await knock(session, method, path)).status()
      const may = permission === null || roleMay(role, permission)
      if (may ? status === 403 || status >= 500 : status !== 403) wrong.push(`${method} ${path}: ${status}, ${may ? "may" : "may not"}`)
    }
    expect(wrong).toEqual([])
    await session.dispose()
  })
}

test("a thing of the other university is not there", async ({ app }) => {
  const own = await sessionOf(app, "head@aui.example")
  const other = await sessionOf(app, "head@um6p.example")
  for (const list of ["leads", "choices"]) {
    const html = await (await own.get(`/desk/${list}`)).text()
    const path = new RegExp(`/desk/${list}/[0-9a-f-]{36}`).exec(html)?.[0] ?? ""
    expect((await own.get(path)).status()).toBe(200)
    for (const [method, end] of [
      ["GET", ""],
      ["POST", "/seen"],
      ["POST", "/owner"],
    ] as const)
      expect((await knock(other, method, path + end)).status()).toBe(404)
  }
  const lead = /\/desk\/leads\/([0-9a-f-]{36})/.exec(await (await own.get("/desk/leads")).text())?.[1] ?? ""
  for (const path of leadDoors) {
    const url = path.replace(":leadId", lead).replace(/:\w+/g, nowhere)
    const answer = await other.fetch(url, { method: "POST", maxRedirects: 0, form: wholeForm(nowhere) })
    expect(`${path} ${answer.status()}`).toBe(`${path} 404`)
  }
  const ours = await (await own.get("/desk/events")).text()
  const theirs = await (await other.get("/desk/events")).text()
  const idsIn = (html: string) => [...html.matchAll(/\/desk\/events\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? "")
  // What is of both stands in both lists.
  const event = idsIn(ours).find((id) => !idsIn(theirs).includes(id)) ?? ""
  expect((await own.get(`/desk/events/${event}`)).status()).toBe(200)
  for (const [path, method] of eventDoors)
    expect(`${path} ${(await knock(other, method, path.replace(":eventId", event))).status()}`).toBe(`${path} 404`)
  // What a university makes at the desk, by the way it is made.
  const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("Name,Email\nAwa,awa.door@example.org\n") }
  const made = {
    ":codeId": await own.post("/desk/codes/new", { form: { kind: "school", name: "Lycée", target: "home" }, maxRedirects: 0 }),
    ":importId": await own.post("/desk/imports/new", { multipart: { partner: "Doors", file }, maxRedirects: 0 }),
    ":batchId": await own.post("/desk/leads/bulk", { form: { lead }, maxRedirects: 0 }),
  }
  const lists = { ":codeId": "/desk/codes", ":importId": "/desk/imports", ":batchId": "/desk/leads/bulk" } as const
  for (const name of [":codeId", ":importId", ":batchId"] as const) {
    const id = /[0-9a-f-]{36}/.exec(made[name].headers()["location"] ?? "")?.[0] ?? ""
    expect(`${name} ${(await own.get(`${lists[name]}/${id}`)).status()}`).toBe(`${name} 200`)
    for (const [method, path] of doors)
      if (path.includes(name))
        expect(`${method} ${path} ${(await knock(other, method, path.replace(name, id))).status()}`).toBe(`${method} ${path} 404`)
  }
  // A tablet is opened for an event that this university alone has.
  const offered = (html: string) => [...html.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(([, id]) => id ?? "")
  const notOurs = offered(await (await other.get("/desk/kiosk")).text())
  const fair = offered(await (await own.get("/desk/kiosk")).text()).find((id) => !notOurs.includes(id)) ?? ""
  expect((await own.post("/desk/kiosk", { form: { event: fair } })).status()).toBe(200)
  expect((await other.post("/desk/kiosk", { form: { event: fair } })).status()).toBe(404)
  const kiosk = /\/desk\/kiosk\/([0-9a-f-]{36})\/close/.exec(await (await own.get("/desk/kiosk")).text())?.[1] ?? ""
  expect(kiosk).not.toBe("")
  for (const [method, path] of doors)
    if (path.includes(":kioskId"))
      expect(`${path} ${(await knock(other, method, path.replace(":kioskId", kiosk))).status()}`).toBe(`${path} 404`)
  await own.dispose()
  await other.dispose()
})

/** An answer to every question that is asked before a choice, a campaign or a rule is looked at. */
const everyAnswer = {
  ...wholeForm(nowhere),
  conditions: "",
  answerBy: "2030-03-01",
  reasonCode: "places.full",
  sentence: "x",
  nextStep: "ask",
  step: "send",
  words: "x",
  until: "2030-03-01",
  day: "2030-03-01",
  time: "10:00",
  place: "x",
  edition: "1",
  treatment: "direct",
  standing: "board",
  asOf: "2026",
  version: "0",
}

/** Where the desk lists what a university owns, and the doors of one such thing. */
const owned: readonly { list: string; doors: string; name: string }[] = [
  { list: "/desk/choices", doors: "/desk/choices/:choiceId", name: ":choiceId" },
  { list: "/desk/campaigns", doors: "/desk/campaigns/:campaignId", name: ":campaignId" },
  { list: "/desk/catalogue?kind=programme", doors: "/desk/catalogue/:kind/:thingId", name: ":thingId" },
  { list: "/desk/rules", doors: "/desk/rules/:ruleId", name: ":ruleId" },
  { list: "/desk/team", doors: "/desk/team/rules/:ruleId", name: ":ruleId" },
  { list: "/desk/reports", doors: "/desk/reports/:reportId", name: ":reportId" },
]

for (const { list, doors: begins, name } of owned) {
  test(`what one university has in ${list} is not there for the other, whatever is asked of it`, async ({ app }) => {
    const as = (university: "aui" | "um6p") =>
      Promise.all(
        (["head", "campaigns"] as const).map(async (role) => ({ role, session: await sessionOf(app, `${role}@${university}.example`) })),
      )
    const [ours, theirs] = [await as("aui"), await as("um6p")]
    const idsIn = async ([head]: typeof ours) => {
      const html = (await (await head?.session.get(list))?.text()) ?? ""
      return [...html.matchAll(new RegExp(`${begins.replace(":kind", "programme").replace(name, "")}([0-9a-f-]{36})`, "g"))].map(
        ([, id]) => id ?? "",
      )
    }
    const known = await idsIn(theirs)
    const ruleForm = (await (await theirs[0]?.session.get("/desk/team/rules/new"))?.text()) ?? ""
    const members = /name="members"[^>]*value="([^"]+)"/.exec(ruleForm)?.[1] ?? ""
    // What is of both stands in both lists.
    const id = (await idsIn(ours)).find((one) => !known.includes(one))
    expect(id, `${list} leads to nothing of its own`).toBeDefined()
    const answers: string[] = []
    const expected: string[] = []
    for (const [method, path, permission] of doors) {
      if (!path.startsWith(begins) || permission === null) continue
      const url = path
        .replace(name, id ?? "")
        .replace(":kind", "programme")
        .replace(":language", "fr")
      const who = theirs.find(({ role }) => roleMay(role, permission))
      if (who === undefined) continue
      const answer = await who.session.fetch(url, {
        method,
        maxRedirects: 0,
        ...(method === "POST" ? { form: { ...everyAnswer, members } } : {}),
      })
      answers.push(`${method} ${path} ${answer.status()}`)
      expected.push(`${method} ${path} 404`)
    }
    expect(answers).toEqual(expected)
    expect(answers.length).toBeGreaterThan(0)
  })
}
