import { readFileSync } from "node:fs"
import path from "node:path"
import type { RouteConfigEntry } from "@react-router/dev/routes"
import { type APIRequestContext, request as requests } from "@playwright/test"
import { permissions, roleMay } from "#app/domain/people/permissions.ts"
import routes from "#app/routes.ts"
import { expect, test } from "../fixtures.ts"
import { sessionOf } from "../staff.ts"
import { doors, type Method, nowhere, places, roles } from "./doors.ts"

/* Who may do what, over HTTP: every role at both universities tries every address of the desk. */

/** The door itself, and what is on no map; signing out would end the test. */
const elsewhere = [/^\/desk\/sign-/, /^\/desk\/\*$/]

const staff = [
  ...places.flatMap((place) => roles.map((role) => ({ email: `${role}@${place}.example`, role }))),
  { email: "admin@rihla.example", role: "admin" as const },
]

/** Every address of the site map with the methods that its page answers: what it shows, and what it does. */
function methods(entries: RouteConfigEntry[], above = ""): { method: Method; path: string }[] {
  return entries.flatMap((entry) => {
    const here = entry.path === undefined ? above : `${above}/${entry.path}`
    const source = readFileSync(path.resolve(import.meta.dirname, "../../app", entry.file), "utf8")
    const exports = (name: string) => new RegExp(`^export (async )?(function|const) ${name}\\b`, "m").test(source)
    return [
      ...(exports("loader") || source.includes("export default ") ? [{ method: "GET" as const, path: here }] : []),
      ...(exports("action") ? [{ method: "POST" as const, path: here }] : []),
      ...methods(entry.children ?? [], here),
    ]
  })
}

function knock(session: APIRequestContext, method: Method, address: string) {
  const url = address.replace(":language", "fr").replace(/:\w+/g, nowhere)
  return session.fetch(url, { method, maxRedirects: 0, ...(method === "POST" ? { form: { back: "/desk" } } : {}) })
}

test("every address of the desk stands in the table of doors with all that it does, and every permission opens one", async () => {
  const known = new Set(doors.map(([method, address]) => `${method} ${address}`))
  const found = new Set(
    methods(routes).flatMap((one) =>
      one.path.startsWith("/desk") && !elsewhere.some((other) => other.test(one.path)) ? [`${one.method} ${one.path}`] : [],
    ),
  )
  expect([...found].filter((door) => !known.has(door))).toEqual([])
  expect([...known].filter((door) => !found.has(door))).toEqual([])
  expect(known.size).toBe(doors.length)
  const opening = new Set(doors.map(([, , permission]) => permission))
  expect(Object.keys(permissions).filter((permission) => ![...opening].some((one) => one === permission))).toEqual([])
})

test("who is not signed in comes to the door of the desk, whatever they ask for", async ({ app }) => {
  const session = await requests.newContext({ baseURL: app.url, extraHTTPHeaders: { origin: app.url } })
  for (const [method, address] of doors) {
    const answer = await knock(session, method, address)
    expect(`${method} ${address} ${answer.status()} ${(answer.headers()["location"] ?? "").split("?")[0]}`).toBe(
      `${method} ${address} 302 /desk/sign-in`,
    )
  }
  await session.dispose()
})

for (const { email, role } of staff) {
  test(`${email} passes the doors of the role and no other`, async ({ app }) => {
    const session = await sessionOf(app, email)
    const wrong: string[] = []
    // What stands inside the page of a choice is looked at inside one that is there.
    const list = roleMay(role, "choices.read") ? await (await session.get("/desk/choices")).text() : ""
    const choice = /\/desk\/choices\/([0-9a-f-]{36})/.exec(list)?.[1] ?? nowhere
    for (const [method, address, permission] of doors) {
      const status = (await knock(session, method, method === "GET" ? address.replace(":choiceId", choice) : address)).status()
      const may = permission === null || roleMay(role, permission)
      if (may ? status === 403 || status >= 500 : status !== 403) wrong.push(`${method} ${address}: ${status}, ${may ? "may" : "may not"}`)
    }
    expect(wrong).toEqual([])
    await session.dispose()
  })
}
