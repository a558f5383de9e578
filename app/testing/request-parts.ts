import type { RequestParts } from "#app/platform/http.server.ts"
import { openLog } from "#app/platform/log.server.ts"
import { openPictures } from "#app/platform/pictures.server.ts"
import { sessionCookies } from "#app/platform/session.server.ts"

/** What the server hands to a request, of a server where nothing is built and nothing is asked of the database. */
export function requestParts(own: Partial<RequestParts>): RequestParts {
  const nothing = () => {
    throw new Error("Not of this request")
  }
  return {
    requestId: "the number on the page",
    log: openLog("error", { write: nothing }),
    cookies: sessionCookies({ SESSION_SECRET: "a secret for tests that is long enough", PUBLIC_URL: "https://rihla.example" }),
    pictures: openPictures("/nowhere"),
    enhance: {},
    worker: null,
    kioskWorker: null,
    checkoutOrigin: "",
    live: null,
    contentMoved() {},
    answerAt: nothing,
    ctxFor: nothing,
    ...own,
  }
}
