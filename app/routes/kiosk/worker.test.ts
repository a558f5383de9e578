import { RouterContextProvider } from "react-router"
import { expect, test } from "vitest"
import { requestPartsContext } from "#app/platform/http.server.ts"
import { requestParts } from "#app/testing/request-parts.ts"
import { loader } from "./worker.ts"

/** The version of the tablets' page, where these are what a tablet keeps. */
async function versionOf(answers: Record<string, string>, script = "/assets/kiosk-1.js"): Promise<string | undefined> {
  const context = new RouterContextProvider()
  const answerAt = async (path: string) => new Response(answers[path] ?? "")
  context.set(requestPartsContext, requestParts({ enhance: { kiosk: script }, kioskWorker: "", answerAt }))
  const request = new Request("https://rihla.example/kiosk/worker.js")
  const response = await loader({ request, context, params: {}, url: new URL(request.url), pattern: "/kiosk/worker.js" })
  return /version="(\w+)"/.exec(await response.text())?.[1]
}

test("the page of a tablet is another version when anything that is kept of it is another, and then alone", async () => {
  const page = { "/kiosk": "<style>p{color:red}</style><p>Fair</p>" }
  const version = await versionOf(page)
  expect(version).toMatch(/^\w{12}$/)
  expect(await versionOf({ ...page })).toBe(version)
  const others = await Promise.all([
    versionOf({ "/kiosk": "<style>p{color:red}</style><p id=line></p><p>Fair</p>" }),
    versionOf({ "/kiosk": "<style>p{color:blue}</style><p>Fair</p>" }),
    versionOf({ ...page, "/kiosk/app.webmanifest": "{}" }),
    versionOf({ ...page, "/kiosk/icon.svg": "<svg/>" }),
    versionOf(page, "/assets/kiosk-2.js"),
  ])
  expect(new Set([version, ...others]).size).toBe(6)
})
