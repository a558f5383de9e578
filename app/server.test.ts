import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { request as httpRequest } from "node:http"
import { connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import type { ServerBuild } from "react-router"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { EnvProblem, readEnv } from "./platform/env.server.ts"
import { serve, type Running } from "./server.ts"

/* The server around the router, over real HTTP, with a handful of pages of its own. */

type Page = (request: Request) => Response | Promise<Response>

const route = (id: string, address: string, page: Page) => ({
  id,
  path: address,
  module: { loader: ({ request }: { request: Request }) => page(request), action: ({ request }: { request: Request }) => page(request) },
})

function buildOf(pages: Record<string, Page>): ServerBuild {
  const routes = Object.fromEntries(Object.entries(pages).map(([address, page]) => [address, route(address, address, page)]))
  return {
    entry: { module: { default: () => new Response("broken", { status: 500 }), handleError: () => {} } },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: "initial", manifestPath: "/" },
  } as unknown as ServerBuild
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === "object" && address !== null ? address.port : 0
}

type Answer = { status: number; headers: Record<string, unknown>; body: string }

/** One request on a connection of its own; `send` writes the body. */
function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; send?: (write: (part: Buffer) => boolean, end: () => void) => void } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const outgoing = httpRequest(url, { method: options.method ?? "GET", headers: options.headers ?? {}, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on("data", (part: Buffer) => parts.push(part))
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
      )
      response.on("error", reject)
    })
    outgoing.on("error", reject)
    if (options.send)
      options.send(
        (part) => outgoing.write(part),
        () => outgoing.end(),
      )
    else outgoing.end()
  })
}

let folder: string
let port: number
let url: string
let running: Running
let before: { status: number; body: string } | null = null
let rendered = 0
let release: (() => void) | null = null

/** Not the demonstration, whose building takes a while: a real installation with keys of vendors that are never asked. */
function settings() {
  return readEnv({
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: "silent",
    NODE_ENV: "test",
    DEMO: "0",
    PUBLIC_URL: url,
    SESSION_SECRET: "a secret for tests that is long enough",
    RESEND_API_KEY: "re_none",
    RESEND_BASE_URL: "http://127.0.0.1:9",
    MAIL_FROM_AUI: "AUI <a@aui.example>",
    MAIL_FROM_UM6P: "UM6P <a@um6p.example>",
    MAIL_FROM_ALLIANCE: "Rihla <a@rihla.example>",
  })
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "rihla-server-"))
  port = await freePort()
  url = `http://127.0.0.1:${port}`
  const page: Page = () => {
    rendered++
    return new Response("<!doctype html><p>bonjour</p>", { headers: { "content-type": "text/html" } })
  }
  const starting = serve(
    settings(),
    buildOf({
      "fr/programmes": page,
      "fr/alliance": () => new Response("<p>hello</p>", { headers: { "content-type": "text/html", "set-cookie": "rihla=x" } }),
      "fr/enquire": async (request) => new Response(`posted ${new URLSearchParams(await request.text()).get("firstName") ?? "nobody"}`),
      "api/v1/leads": async (request) => new Response(`taken ${(await request.text()).length}`),
      "api/v1/broken": () => {
        throw new Error("awa.diop@example.org")
      },
      "hooks/resend": async (request) => new Response(await request.text()),
      "desk/imports/new": () => new Response(null, { status: 302, headers: { location: "/desk/sign-in" } }),
      "fr/slow": () => new Promise((resolve) => (release = () => resolve(new Response("slow but whole")))),
      "fr/broken": () => {
        throw new Error("awa.diop@example.org")
      },
    }),
  )
  // The server listens before its database is open, and says so.
  while (before === null) before = await ask(`${url}/healthz`).catch(() => null)
  running = await starting
})
afterAll(async () => {
  release?.()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
})

test("while it starts it is not well, and takes no request", () => {
  expect(before).toMatchObject({ status: 503, body: expect.stringContaining('"starting"') })
})

test("a port that is taken, and a database that is not there, are told in a sentence that names the setting", async () => {
  const other = mkdtempSync(path.join(tmpdir(), "rihla-second-"))
  const env = { ...settings(), DATA_DIR: other }
  await expect(serve(env, buildOf({}))).rejects.toThrow(
    new EnvProblem(`PORT ${port} at 127.0.0.1 is taken by another program: stop it, or choose another PORT.`),
  )
  const away = serve({ ...env, PORT: 0, DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" }, buildOf({}))
  await expect(away).rejects.toThrow(/^DATABASE_URL names a database that lets nobody in: .*ECONNREFUSED/)
  rmSync(other, { recursive: true, force: true })
})

test("once it is up it is well", async () => {
  expect(await ask(`${url}/healthz`)).toMatchObject({ status: 200, body: '{"status":"ok","database":"pglite"}' })
})

test.each([
  ["http://evil.example/fr/enquire?a=b", 200],
  ["HTTPS://evil.example/fr/alliance", 200],
  ["http://evil.example?a=b", 400],
  ["*", 400],
  ["evil", 400],
])("a whole address, %s, is its path here, and what is none is a bad request", async (target, status) => {
  const answered = await new Promise<number>((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port, path: target, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    outgoing.on("error", reject)
    outgoing.end()
  })
  expect(answered).toBe(status)
})

describe("a public page", () => {
  test("is whole for a reader who comes after a HEAD", async () => {
    expect((await ask(`${url}/fr/programmes`, { method: "HEAD" })).body).toBe("")
    expect((await ask(`${url}/fr/programmes`)).body).toContain("bonjour")
  })

  test("is rendered once, whatever else the address carries, until the content moves", async () => {
    await ask(`${url}/fr/programmes`)
    const once = rendered
    await ask(`${url}/fr/programmes?utm_source=radio`)
    expect(rendered).toBe(once)
    const database = running.platform.database.prisma
    await database.contentVersion.upsert({ where: { id: 1 }, create: { id: 1, version: 9 }, update: { version: 9 } })
    await expect.poll(async () => (await ask(`${url}/fr/programmes`), rendered), { timeout: 10_000 }).toBe(once + 1)
  })

  test("that sets a cookie is given to nobody else", async () => {
    expect((await ask(`${url}/fr/alliance`)).headers["set-cookie"]).toEqual(["rihla=x"])
    const { headers } = await ask(`${url}/fr/alliance`)
    expect(headers["etag"]).toBeUndefined()
    expect(headers["cache-control"]).toBe("no-store")
  })
})

describe("what is posted", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" }

  test("from our own page arrives", async () => {
    const answer = await ask(`${url}/fr/enquire`, {
      method: "POST",
      headers: { ...form, origin: url },
      send: (write, end) => (write(Buffer.from("firstName=Awa")), end()),
    })
    expect(answer).toMatchObject({ status: 200, body: "posted Awa" })
  })

  test.each([
    ["/fr/enquire", "fr", "Ce formulaire"],
    ["/ar/enquire", "ar", 'dir="rtl"'],
    ["/nowhere", "en", "This form was sent from another site"],
  ])("from another site to %s is refused in the reader's language (%s)", async (address, language, words) => {
    const answer = await ask(`${url}${address}`, {
      method: "POST",
      headers: { ...form, "sec-fetch-site": "cross-site", "accept-language": language },
      send: (_, end) => end(),
    })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain(`lang="${language}"`)
    expect(answer.body).toContain(words)
  })

  test("by a vendor's webhook needs no page of ours", async () => {
    const answer = await ask(`${url}/hooks/resend`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      send: (write, end) => (write(Buffer.from("{}")), end()),
    })
    expect(answer).toMatchObject({ status: 200, body: "{}" })
  })

  test("by a partner's program needs no page of ours either, and what is refused it reads as a problem", async () => {
    const lead = (bytes: number) =>
      ask(`${url}/api/v1/leads`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin: "https://elsewhere.example",
          "sec-fetch-site": "cross-site",
          "accept-language": "en",
        },
        send: (write, end) => (write(Buffer.alloc(bytes, "a")), end()),
      })
    expect(await lead(100)).toMatchObject({ status: 200, body: "taken 100" })
    // Its length is not said before: it is counted as it comes.
    const large = await lead(1024 * 1024)
    expect(large).toMatchObject({ status: 413, headers: { "content-type": "application/problem+json" } })
    expect(JSON.parse(large.body)).toMatchObject({ status: 413, code: "partners.too-large", detail: "A body has at most 256 KB." })
  })

  test("that says it is larger than 256 KB is refused before it comes", async () => {
    const small = await ask(`${url}/fr/enquire`, {
      method: "POST",
      headers: { ...form, "content-length": String(300 * 1024) },
      send: (write, end) => (write(Buffer.alloc(300 * 1024, "a")), end()),
    })
    expect(small).toMatchObject({ status: 413, body: expect.stringContaining("256") })
  })

  test.each([
    ["is too large as it comes", "/fr/enquire", "413 Payload Too Large", "256"],
    ["is too large as it says", "/fr/enquire?length", "413 Payload Too Large", "256"],
    ["is too large for a list", "/desk/imports/new?length", "413 Payload Too Large", "32"],
    ["nobody reads, because its sender must sign in first", "/desk/imports/new", "302 Found", "/desk/sign-in"],
  ])("and %s, is answered to who reads only when everything is sent, as browsers do", async (_, address, status, words) => {
    const [total, part] = [40 * 1024 * 1024, Buffer.alloc(64 * 1024, "a")]
    const saysLength = address.endsWith("length")
    const socket = connect(port, "127.0.0.1")
    let answer = ""
    socket.on("data", (bytes: Buffer) => (answer += bytes.toString()))
    const isOver = new Promise<string>((resolve) => {
      socket.once("close", () => resolve("closed"))
      socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "broken"))
    })
    socket.write(`POST ${address} HTTP/1.1\r\nhost: rihla\r\norigin: ${url}\r\nconnection: close\r\naccept-language: en\r\n`)
    socket.write(
      `content-type: ${form["content-type"]}\r\n${saysLength ? `content-length: ${total}` : "transfer-encoding: chunked"}\r\n\r\n`,
    )
    for (let sent = 0; sent < total; sent += part.length) {
      const hasRoom = socket.write(saysLength ? part : Buffer.concat([Buffer.from("10000\r\n"), part, Buffer.from("\r\n")]))
      if (!hasRoom) await Promise.race([once(socket, "drain"), isOver])
    }
    if (!saysLength) socket.write("0\r\n\r\n")
    expect(await isOver).toBe("closed")
    expect(answer.split("\r\n")[0]).toBe(`HTTP/1.1 ${status}`)
    expect(answer).toContain(words)
  })
})

test("a page that breaks tells nobody's data", async () => {
  const broken = await ask(`${url}/fr/broken`)
  expect(broken.status).toBe(500)
  expect(broken.body).not.toContain("awa.diop")
  const program = await ask(`${url}/api/v1/broken`, { headers: { "accept-language": "en" } })
  expect(program).toMatchObject({ status: 500, headers: { "content-type": "application/problem+json" } })
  expect(JSON.parse(program.body)).toMatchObject({ code: "partners.broken", detail: expect.stringContaining("tell us this number") })
  expect(program.body).not.toContain("awa.diop")
})

test("told to stop it answers what has begun, turns away what comes, and gives its folder back", async () => {
  const slow = ask(`${url}/fr/slow`)
  await expect.poll(() => release).not.toBeNull()
  const stopped = running.stop()
  expect(await ask(`${url}/healthz`)).toMatchObject({ status: 503, body: expect.stringContaining('"draining"') })
  expect((await ask(`${url}/fr/programmes`)).status).toBe(503)
  release?.()
  expect(await slow).toMatchObject({ status: 200, body: "slow but whole" })
  await stopped
  await expect(ask(`${url}/healthz`)).rejects.toMatchObject({ code: "ECONNREFUSED" })
  const again = await serve(settings(), buildOf({}))
  await again.stop()
})
