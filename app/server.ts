import { randomUUID } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import path from "node:path"
import { createRequest, sendResponse } from "@remix-run/node-fetch-server"
import { createRequestHandler, type RequestHandler, RouterContextProvider, type ServerBuild } from "react-router"
import sirv from "sirv"
import { startPlatform, type Platform } from "./jobs/start-platform.server.ts"
import { problem } from "./platform/problem.server.ts"
import { refusalPage } from "./platform/refusal-page.server.ts"
import type { Language } from "./locales/languages.ts"
import { EnvProblem, type Env } from "./platform/env.server.ts"
import { requestPartsContext } from "./platform/http.server.ts"
import { languageOfPath, preferredLanguage } from "./platform/i18n.ts"
import { pathForLog } from "./platform/log.server.ts"
import { PageCache, publicKey } from "./platform/page-cache.server.ts"
import { openPictures } from "./platform/pictures.server.ts"
import { routeAreas } from "./platform/route-areas.ts"
import { sessionCookies } from "./platform/session.server.ts"
import { isForeign } from "./platform/unsafe-methods.server.ts"
import { answerEarly } from "./platform/answer-early.server.ts"
import { readBody, uploadLimit } from "./platform/body-limit.server.ts"
import { compressed } from "./platform/compress.server.ts"
import { Traffic } from "./platform/traffic.server.ts"

/** Vite's development server, when it serves the scripts and styles. */
export type Dev = {
  middlewares: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  loadBuild(): Promise<ServerBuild>
}

export type Running = { url: string; platform: Platform; stop(): Promise<void> }

/** Serves the product: starts the platform, then answers on HOST:PORT until `stop`. */
export async function serve(env: Env, build: ServerBuild | Dev): Promise<Running> {
  const dev = "loadBuild" in build ? build : null
  let platform: Platform | null = null
  let isDraining = false
  let underWay = 0
  let allAnswered: (() => void) | null = null
  const traffic = new Traffic()
  const cache = new PageCache()
  const cookies = sessionCookies(env)
  const pictures = openPictures(env.DATA_DIR)
  const publicUrl = new URL(env.PUBLIC_URL)
  const isSecure = publicUrl.protocol === "https:"
  const clientDir = path.resolve("build/client")
  const enhance = enhanceFiles(clientDir, dev !== null)
  const builtText = (name: string) => (enhance[name] === undefined ? null : readFileSync(path.join(clientDir, enhance[name]), "utf8"))
  const [worker, kioskWorker] = [builtText("worker"), builtText("kiosk-worker")]
  const checkoutOrigin = env.STRIPE_API_BASE === undefined ? "https://checkout.stripe.com" : new URL(env.STRIPE_API_BASE).origin
  const files =
    dev === null && existsSync(clientDir)
      ? sirv(clientDir, { etag: true, brotli: true, gzip: true, setHeaders: fileHeaders, ignores: false })
      : null
  const handlerOf = dev === null && !("loadBuild" in build) ? handlersByArea(build) : null

  async function answer(request: Request, requestId: string, ready: Platform): Promise<Response> {
    const context = new RouterContextProvider()
    context.set(requestPartsContext, {
      cookies,
      requestId,
      enhance,
      worker,
      kioskWorker,
      checkoutOrigin,
      pictures,
      live: ready.live,
      log: ready.log,
      contentMoved: (version) => cache.moveTo(version),
      answerAt: (path) => answer(new Request(new URL(path, request.url), { headers: request.headers }), requestId, ready),
      ctxFor: (actor, from) => {
        const url = new URL(from.url)
        const language = languageOfPath(url.pathname) ?? preferredLanguage(from.headers.get("accept-language"))
        return ready.ctxFor(actor, language)
      },
    })
    const handle = handlerOf?.(new URL(request.url).pathname) ?? createRequestHandler(await (dev ?? raise()).loadBuild(), "development")
    return handle(request, context)
  }

  const server = createServer((incoming, outgoing) => {
    const method = incoming.method ?? "GET"
    const isRead = method === "GET" || method === "HEAD"
    const mayBeKept = isRead && !isDraining && platform !== null
    // What is kept carries all its headers: nothing is set before, so that node writes them in one go. A page without a
    // query is kept under its path.
    if (mayBeKept && dev === null && cache.answer(incoming.url ?? "/", incoming, outgoing)) return
    const url = pathAsked(incoming.url ?? "/")
    if (url === null) return void outgoing.writeHead(400, { connection: "close" }).end()
    incoming.url = url
    const key = mayBeKept ? publicKey(url) : null
    if (key !== null && dev === null && cache.answer(key, incoming, outgoing)) return
    outgoing.setHeader("x-content-type-options", "nosniff")
    outgoing.setHeader("referrer-policy", "strict-origin-when-cross-origin")
    if (isSecure) outgoing.setHeader("strict-transport-security", "max-age=31536000")
    if (url === "/healthz") return void health(outgoing)
    const go = () => void respond(incoming, outgoing, key)
    if (dev !== null) return dev.middlewares(incoming, outgoing, go)
    if (isRead && files !== null && /^\/(?:assets\/|[\w-]+\.(?:ico|svg|png|webmanifest)$)/.test(url.split("?")[0] ?? "")) {
      return files(incoming, outgoing, go)
    }
    go()
  })
  // A list of 32 MB over a line of one megabit a second comes whole.
  server.requestTimeout = 300_000
  server.keepAliveTimeout = 20_000

  async function health(outgoing: ServerResponse) {
    const isUp = platform !== null && !isDraining && (await platform.database.isReachable())
    const status = platform === null ? "starting" : isDraining ? "draining" : isUp ? "ok" : "no-database"
    outgoing.writeHead(isUp ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" })
    outgoing.end(JSON.stringify({ status, database: platform?.database.kind ?? null }))
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse, key: string | null) {
    const url = incoming.url ?? "/"
    const requestId = randomUUID()
    const startedAt = performance.now()
    const ready = platform
    if (ready === null || isDraining) {
      outgoing.writeHead(503, { "retry-after": "5", connection: "close" }).end()
      return
    }
    underWay++
    outgoing.once("close", () => {
      underWay--
      if (underWay === 0) allAnswered?.()
    })
    try {
      const version = cache.version
      // A kept page may depend on nothing but its key: what else was in the query must not be rendered for the next reader.
      if (key !== null) incoming.url = key
      const asked = createRequest(incoming, outgoing, { host: publicUrl.host, protocol: publicUrl.protocol })
      // A page that is kept is rendered whole, so that a HEAD never leaves an empty one behind for everybody.
      const request = key !== null && asked.method === "HEAD" ? new Request(asked, { method: "GET" }) : asked
      const made = await traffic.during(() => guarded(request, requestId, ready))
      const response = spoken(made, { request, requestId })
      outgoing.setHeader("x-request-id", requestId)
      if (key !== null && response.status === 200 && dev === null && response.headers.get("set-cookie") === null) {
        const body = Buffer.from(await response.arrayBuffer())
        // Pages say nothing of their own; the service worker does.
        if (!response.headers.get("cache-control")?.startsWith("public")) {
          response.headers.set("cache-control", "public, max-age=60, stale-while-revalidate=600")
        }
        for (const name of ["x-content-type-options", "referrer-policy", "strict-transport-security"]) {
          const value = outgoing.getHeader(name)
          if (typeof value === "string") response.headers.set(name, value)
        }
        await cache.keep(key, version, body, response.headers)
        outgoing.removeHeader("x-request-id")
        if (!cache.answer(key, incoming, outgoing)) await sendResponse(outgoing, new Response(body, response))
      } else {
        // What says nothing of its own may be somebody's: the data of a desk's page, a way on after signing in.
        if (!response.headers.has("cache-control")) outgoing.setHeader("cache-control", "no-store")
        const sent = await compressed(response, incoming.headers["accept-encoding"])
        if (request.method === "GET" || request.method === "HEAD" || incoming.complete) await sendResponse(outgoing, sent)
        else await answerEarly(incoming, outgoing, sent)
      }
      ready.log.info(
        {
          request: requestId,
          method: incoming.method,
          path: pathForLog(new URL(request.url).pathname),
          status: outgoing.statusCode,
          ms: Math.round(performance.now() - startedAt),
        },
        "request",
      )
    } catch (error) {
      if (incoming.destroyed && !incoming.complete) return
      ready.log.error({ request: requestId, error }, "request.broke")
      if (outgoing.headersSent) outgoing.destroy()
      else {
        const language = languageOfPath(url.split("?")[0] ?? "") ?? preferredLanguage(incoming.headers["accept-language"] ?? null)
        await sendResponse(outgoing, refusalOf("broken", language, 500, requestId, url))
      }
    }
  }

  /** What must hold before the router sees a request. */
  async function guarded(request: Request, requestId: string, ready: Platform): Promise<Response> {
    if (request.method === "GET" || request.method === "HEAD") return answer(request, requestId, ready)
    const url = new URL(request.url)
    const language = languageOfPath(url.pathname) ?? preferredLanguage(request.headers.get("accept-language"))
    if (isForeign(request, url.pathname, env.PUBLIC_URL)) return refusalOf("foreign", language, 403, requestId, url.pathname)
    const most = uploadLimit(url.pathname)
    if (most !== null) {
      const isTooLarge = Number(request.headers.get("content-length") ?? 0) > most
      return isTooLarge ? refusalOf("tooLarge", language, 413, requestId, url.pathname) : answer(request, requestId, ready)
    }
    const body = await readBody(request)
    if (body === null) return refusalOf("tooLarge", language, 413, requestId, url.pathname)
    return answer(
      new Request(request.url, { method: request.method, headers: request.headers, body, signal: request.signal }),
      requestId,
      ready,
    )
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenProblem(error, env)))
    server.listen(env.PORT, env.HOST, resolve)
  })
  platform = await startPlatform(env, { onContentVersion: (version) => cache.moveTo(version), traffic })
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : env.PORT

  let stopping: Promise<void> | null = null
  const running: Running = {
    url: `http://${env.HOST}:${port}`,
    platform,
    stop: () => (stopping ??= drain()),
  }
  /** Answers what has begun and 503 to what comes after it, lets jobs end, then closes the database. */
  async function drain() {
    isDraining = true
    // Streams of the desk have no end of their own.
    running.platform.live?.stop()
    const answered = new Promise<void>((resolve) => {
      if (underWay === 0) resolve()
      else allAnswered = resolve
    })
    const limit = new Promise<void>((resolve) => setTimeout(resolve, 15_000).unref())
    await Promise.race([answered, limit])
    server.close()
    server.closeAllConnections()
    await running.platform.stop()
  }
  return running
}

/** The router of the area that a path lies in. */
function handlersByArea(build: ServerBuild): (pathname: string) => RequestHandler {
  const areaOf = routeAreas(build.routes)
  const handlers = new Map<string, RequestHandler>()
  const handlerFor = (name: string, routes: ServerBuild["routes"]) => {
    const known = handlers.get(name)
    if (known !== undefined) return known
    // A page is rendered from what the browser may be told of the same routes.
    const told = Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in routes))
    const handler = createRequestHandler({ ...build, routes, assets: { ...build.assets, routes: told } }, "production")
    handlers.set(name, handler)
    return handler
  }
  return (pathname) => {
    // The data of a page stands at an address of the router's own making.
    if (pathname.endsWith(".data")) return handlerFor("whole", build.routes)
    const { name, routes } = areaOf(pathname)
    return handlerFor(name, routes)
  }
}

/** Why it cannot listen, as one sentence that names the setting. */
function listenProblem(error: NodeJS.ErrnoException, { HOST, PORT }: Env): Error {
  if (error.code === "EADDRINUSE")
    return new EnvProblem(`PORT ${PORT} at ${HOST} is taken by another program: stop it, or choose another PORT.`)
  if (error.code === "EACCES") return new EnvProblem(`PORT ${PORT} is not for this user to listen on: choose one above 1023.`)
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return new EnvProblem(`HOST ${HOST} is no address of this machine.`)
  return error
}

/**
 * A refusal that nothing was written for (of a file, of a small form of the desk) is a page in the reader's language:
 * the browser shows what comes, and nothing would be a white one. Hooks read the status; what broke under a program is a problem
 * like every other.
 */
function spoken(response: Response, { request, requestId }: { request: Request; requestId: string }): Response {
  const { pathname } = new URL(request.url)
  const isProblem = response.headers.get("content-type") === "application/problem+json"
  if (pathname.startsWith("/api/") && response.status >= 500 && !isProblem)
    return refusalOf("broken", preferredLanguage(request.headers.get("accept-language")), response.status, requestId, pathname)
  if (response.status < 400 || response.body !== null || /^\/(?:api|hooks)\//.test(pathname)) return response
  const language = languageOfPath(pathname) ?? preferredLanguage(request.headers.get("accept-language"))
  const kind = response.status === 404 ? "notFound" : response.status < 500 ? "unread" : "broken"
  const page = refusalPage(kind, language, response.status, requestId)
  for (const [name, value] of response.headers) if (!page.headers.has(name)) page.headers.append(name, value)
  return page
}

/** What is refused before the router: to a program as a problem, to anybody else as a page. */
function refusalOf(kind: "foreign" | "tooLarge" | "broken", language: Language, status: number, requestId: string, path: string): Response {
  if (!path.startsWith("/api/")) return refusalPage(kind, language, status, requestId)
  return problem(language, {
    status,
    code: kind === "tooLarge" ? "partners.too-large" : "partners.broken",
    details: { request: requestId },
  })
}

/**
 * The path and query that were asked for; null for what is no path. Proxies may write the whole address: its host is none of
 * ours to believe. A NUL, which no text of the database can have, is left out of a query, and what would be one only then is no
 * query; a path with one leads nowhere.
 */
function pathAsked(target: string): string | null {
  const whole = target.startsWith("/") ? null : /^https?:\/\/[^/?#]*(\/.*)?$/i.exec(target)
  if (whole === null && !target.startsWith("/")) return null
  const asked = whole === null ? target : (whole[1] ?? "/")
  const query = asked.indexOf("?")
  if (query === -1 || !asked.includes("%00", query)) return asked
  const left = asked.slice(query).replaceAll("%00", "")
  return left.includes("%00") ? null : asked.slice(0, query) + left
}

function raise(): never {
  throw new Error("No build to serve")
}

function fileHeaders(response: ServerResponse, pathname: string) {
  if (pathname.startsWith("/assets/")) response.setHeader("cache-control", "public, max-age=31536000, immutable")
}

function enhanceFiles(clientDir: string, isDev: boolean): Record<string, string> {
  if (isDev) return { form: "/app/enhance/form.ts", kiosk: "/app/enhance/kiosk.ts" }
  const file = path.join(clientDir, "enhance.json")
  if (!existsSync(file)) return {}
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"))
  if (typeof parsed !== "object" || parsed === null) return {}
  return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === "string"))
}
