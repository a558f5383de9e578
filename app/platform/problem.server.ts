import { STATUS_CODES } from "node:http"
import { type MiddlewareFunction } from "react-router"
import type { Language } from "#app/locales/languages.ts"
import type { Actor, Ctx } from "./ctx.server.ts"
import { ctxContext, ctxOf } from "./http.server.ts"
import { translator } from "./i18n.ts"
import type { Outcome, Refusal } from "./outcome.ts"

/*
 * Answers to programs: what is wrong is a problem document (RFC 9457) with a code, a sentence in the language that was
 * asked for, and the place of each fault.
 */

/** Something wrong in a request, with the place where it stands: in the body, in the query or in a header. */
export type Fault = { code: string; details?: Record<string, string | number>; pointer?: string; parameter?: string; header?: string }

/** How many requests a program may make: so many in a window, so many left, and all of them again after so many seconds. */
export type Pace = { requests: number; windowSeconds: number; remaining: number; resetSeconds: number }

/** A place in a JSON document as a fragment (RFC 6901). */
export function pointerTo(path: readonly PropertyKey[]): string {
  return ["#", ...path.map((part) => encodeURIComponent(String(part).toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1")))].join("/")
}

function sentenceOf(language: Language, code: string, details: Record<string, string | number> = {}): string {
  const read: (key: never, values: Record<string, string | number>) => string = translator(language)
  return read(`refusals.${code}` as never, details)
}

type ProblemParts = {
  status: number
  code: string
  details?: Record<string, string | number> | undefined
  faults?: readonly Fault[]
  headers?: Record<string, string>
}

/** A problem document in a language. The status is one of HTTP's. */
export function problem(language: Language, { status, code, details = {}, faults = [], headers = {} }: ProblemParts): Response {
  const errors = faults.map(({ details: values, ...fault }) => ({ ...fault, detail: sentenceOf(language, fault.code, values) }))
  const document = {
    type: `urn:rihla:problem:${code}`,
    title: STATUS_CODES[status] ?? "Problem",
    status,
    detail: sentenceOf(language, code, details),
    code,
    ...(errors.length === 0 ? {} : { errors }),
  }
  return new Response(JSON.stringify(document), {
    status,
    headers: { ...headers, ...fixed, "content-type": "application/problem+json", "content-language": language },
  })
}

const fixed = { "cache-control": "no-store", vary: "accept-language" }

/** A JSON answer made for one program. */
export function json(value: unknown, { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { ...fixed, "content-type": "application/json", ...headers } })
}

/** Lets through these methods; any other is answered with what may be asked here. */
export function allow(...methods: readonly string[]): MiddlewareFunction<Response> {
  return ({ request, context }, next) => {
    if (methods.includes(request.method)) return next()
    return Promise.resolve(
      problem(ctxOf(context).language, { status: 405, code: "partners.method", headers: { allow: methods.join(", ") } }),
    )
  }
}

type Admit = (ctx: Ctx, authorization: string | null) => Promise<Outcome<{ actor: Actor; pace?: Pace }>>

/** Lets through programs whose key is known, as who they are and at their pace. They bring no cookies. */
export function programDoor(admit: Admit): MiddlewareFunction<Response> {
  return async ({ request, context }, next) => {
    const ctx = ctxOf(context)
    const outcome = await admit(ctx, request.headers.get("authorization"))
    if (outcome.refused) return refuseProgram(ctx, outcome.refused)
    context.set(ctxContext, ctx.as(outcome.done.actor))
    const response = await next()
    if (outcome.done.pace === undefined) return response
    const { requests, windowSeconds, remaining, resetSeconds } = outcome.done.pace
    response.headers.set("ratelimit-policy", `"key";q=${requests};w=${windowSeconds}`)
    response.headers.set("ratelimit", `"key";r=${remaining};t=${resetSeconds}`)
    return response
  }
}

function refuseProgram(ctx: Ctx, { code, details }: Refusal): Response {
  const seconds = details?.["seconds"]
  if (seconds !== undefined) {
    const headers = { "retry-after": String(seconds), ratelimit: `"key";r=0;t=${seconds}` }
    return problem(ctx.language, { status: 429, code, details, headers })
  }
  const why = ctx.actor.kind === "anonymous" && code.endsWith("missing") ? "" : ', error="invalid_token"'
  return problem(ctx.language, { status: 401, code, details, headers: { "www-authenticate": `Bearer realm="Rihla"${why}` } })
}

/** The key is known and may not do this. */
export function scopeProblem(language: Language, { code, details }: Refusal): Response {
  const challenge = `Bearer realm="Rihla", error="insufficient_scope", scope="${details?.["scope"] ?? ""}"`
  return problem(language, { status: 403, code, details, headers: { "www-authenticate": challenge } })
}

/** The JSON of a body; a problem for what is no JSON, or is not said to be. */
export async function readJson(language: Language, request: Request): Promise<{ value: unknown } | { problem: Response }> {
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(request.headers.get("content-type") ?? "")) {
    return { problem: problem(language, { status: 415, code: "partners.content-type", headers: { accept: "application/json" } }) }
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer())
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return { problem: problem(language, { status: 400, code: "partners.json" }) }
  }
}

/** A read answer with its tag: who has it already is told that nothing has changed. */
export function tagged(request: Request, value: unknown, tag: string, headers: Record<string, string>): Response {
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""))
  const all = { ...headers, etag: tag }
  if (known.includes(tag)) return new Response(null, { status: 304, headers: all })
  return json(value, { headers: all })
}
