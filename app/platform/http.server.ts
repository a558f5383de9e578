import { createContext, data, type MiddlewareFunction, redirect, type RouterContextProvider } from "react-router"
import type { z } from "zod"
import type { Actor, CandidateActor, Ctx, StaffActor } from "./ctx.server.ts"
import { type DeskLive, liveResponse, type LiveTab } from "./desk-live.server.ts"
import type { Log } from "./log.server.ts"
import type { Pictures } from "./pictures.server.ts"
import type { Refusal } from "./outcome.ts"
import type { SessionCookies } from "./session.server.ts"
import { holdable } from "./text.ts"

/** What the server hands to every request. */
export type RequestParts = {
  ctxFor(actor: Actor, request: Request): Ctx
  cookies: SessionCookies
  log: Log
  requestId: string
  /** Addresses of the built scripts of app/enhance, by name. */
  enhance: Readonly<Record<string, string>>
  /** The built service worker, before it is given its texts; null where nothing is built. */
  worker: string | null
  /** The built service worker of the tablets' page, before it is told its version and files. */
  kioskWorker: string | null
  /** Where the page of the payment service stands: a form may lead there. */
  checkoutOrigin: string
  pictures: Pictures
  /** The open tabs of the desk. */
  live: DeskLive | null
  /** Tells this process's page cache that the content has moved. */
  contentMoved(version: number): void
  /** What whoever makes this request is answered at another path of ours. */
  answerAt(path: string): Promise<Response>
}

export const requestPartsContext = createContext<RequestParts>()
export const ctxContext = createContext<Ctx>()

type Context = Readonly<RouterContextProvider>

/** The context of the request's verbs and queries, as the root middleware made it. */
export function ctxOf(context: Context): Ctx {
  return context.get(ctxContext)
}

/** The signed-in candidate's context; the guard of the layout has let nobody else through. */
export function candidateOf(context: Context): Ctx & { actor: CandidateActor } {
  const ctx = ctxOf(context)
  if (ctx.actor.kind !== "candidate") throw new Response(null, { status: 404 })
  return { ...ctx, actor: ctx.actor }
}

/** The signed-in staff member's context. */
export function staffOf(context: Context): Ctx & { actor: StaffActor } {
  const ctx = ctxOf(context)
  if (ctx.actor.kind !== "staff") throw new Response(null, { status: 404 })
  return { ...ctx, actor: ctx.actor }
}

/** The context of a staff member whom `may` lets through; anybody else of the staff gets a 403. */
export function allowedStaffOf(context: Context, may: (actor: StaffActor) => boolean): Ctx & { actor: StaffActor } {
  const ctx = staffOf(context)
  if (!may(ctx.actor)) throw new Response(null, { status: 403 })
  return ctx
}

/** Nobody but staff passes; whoever signs in comes back to where they were going. */
export const deskDoor: MiddlewareFunction<Response> = ({ request, context }, next) => {
  if (ctxOf(context).actor.kind === "staff") return next()
  const { pathname, search } = new URL(request.url)
  const isPage = request.method === "GET" && !pathname.startsWith("/desk/sign-")
  throw redirect(isPage && pathname !== "/desk" ? `/desk/sign-in?next=${encodeURIComponent(pathname + search)}` : "/desk/sign-in")
}

/** What was typed, by field name; every field is a list because a form may repeat one. */
export type Typed = Record<string, string[]>

/** One problem of a form: its field and the sentence's code. */
export type Problem = { field: string; code: string; details?: Record<string, string | number> }

/** What a page shows again after a "no": all that was typed, and every problem. */
export type FormReply = { typed: Typed; problems: Problem[] }

/** A posted form. A body that is none is answered with 400: no page of ours sends one. */
export function formOf(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
}

/** The texts of a posted form, each as the database can hold it. A body that is no form is answered with 400. */
export async function typedOf(request: Request): Promise<Typed> {
  return textsOf(await formOf(request))
}

/**
 * The texts of a form by field, each as the database can hold it: a field that checks what was typed refuses what stands for
 * a NUL, and one that does not has a text like another.
 */
export function textsOf(form: FormData): Typed {
  const typed = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== "string") continue
    const field = holdable(name)
    const values = typed.get(field) ?? []
    typed.set(field, values)
    values.push(holdable(value))
  }
  return Object.fromEntries(typed)
}

/** The key that the service worker gives a form it tries to send until it is answered. */
export function sendingKeyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key") ?? ""
  return /^[\w.-]{20,100}$/.test(key) ? key : null
}

/**
 * Reads a form by its schema. The schema sees every field as a list of strings (see app/platform/fields.ts); the
 * message of each of its issues is a refusal code.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ ok: true; value: z.output<Schema>; typed: Typed } | { ok: false; reply: FormReply }> {
  const typed = await typedOf(request)
  const parsed = await schema.safeParseAsync(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  return { ok: false, reply: { typed, problems: problemsOf(parsed.error) } }
}

export function problemsOf(error: z.ZodError): Problem[] {
  const seen = new Set<string>()
  return error.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? "")
    if (seen.has(field)) return []
    seen.add(field)
    const details: unknown = "params" in issue ? issue.params : undefined
    return [{ field, code: issue.message, ...(isDetails(details) ? { details } : {}) }]
  })
}

function isDetails(value: unknown): value is Record<string, string | number> {
  return typeof value === "object" && value !== null
}

/** Answers 400 with what was typed and what is wrong with it. */
export function replyProblems(reply: FormReply) {
  return data(reply, { status: 400 })
}

/** Turns a verb's refusal into the answer of a form: 400, or 409 when somebody else was quicker. */
export function replyRefusal(typed: Typed, refused: Refusal) {
  const problem: Problem = {
    field: refused.field ?? "",
    code: refused.code,
    ...(refused.details === undefined ? {} : { details: refused.details }),
  }
  return data({ typed, problems: [problem] } satisfies FormReply, { status: refused.code === "changed-meanwhile" ? 409 : 400 })
}

/** What is not there, and what is not yours, is the same: a 404. */
export function notFoundUnless<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Response(null, { status: 404 })
  return value
}

/**
 * The answer to a small form of the desk: back to where it came from, with the word for what was done or the code of
 * the refusal in the address, so that it works without scripts. A way back that leads on to the next of a list names the one
 * it was about as `of`: a refusal goes back to that one.
 */
export function backWith(outcome: { refused?: Refusal }, to: string, did: string) {
  const code = outcome.refused?.code
  if (code?.endsWith("not-found")) throw new Response(null, { status: 404 })
  if (code === "not-allowed") throw new Response(null, { status: 403 })
  const [pathname = "", query = ""] = to.split("?")
  const parameters = new URLSearchParams(query)
  parameters.delete("did")
  parameters.delete("no")
  parameters.set(code === undefined ? "did" : "no", code ?? did)
  const of = parameters.get("of")
  if (code === undefined || of === null) return redirect(`${pathname}?${parameters.toString()}`, 303)
  parameters.delete("of")
  parameters.delete("open")
  return redirect(`${pathname.split("/").slice(0, 3).join("/")}/${idOf(of)}?${parameters.toString()}`, 303)
}

/** The stream of a tab of the desk; 503 where the server is about to stop. */
export function liveStream(
  context: Context,
  { tab, ...asks }: { tab: Omit<LiveTab, "send" | "close">; isStillTheirs: () => Promise<boolean>; missed: () => Promise<string[] | null> },
): Response {
  const { live } = context.get(requestPartsContext)
  return live === null ? new Response(null, { status: 503 }) : liveResponse(live, tab, asks)
}

const fileTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

/** A file that is written while it is read. When the reader goes away, the writing ends. */
export function fileResponse(
  body: ReadableStream<Uint8Array>,
  { name, format }: { name: string; format: keyof typeof fileTypes },
): Response {
  return new Response(body, {
    headers: {
      "content-type": fileTypes[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  })
}

/** A file of CSV that is written while it is read. When the reader goes away, the writing ends. */
export function csvResponse(lines: AsyncGenerator<string>, filename: string): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}"`,
      "cache-control": "no-store",
    },
  })
}

/** An id out of an address. What has not the form of one is not there. */
export function idOf(value: string | undefined): string {
  if (value === undefined || !isId(value)) throw new Response(null, { status: 404 })
  return value
}

/** An id of a query, such as the row after which a list goes on; null for none, and for what is none. */
export function idIn(query: URLSearchParams, name: string): string | null {
  const value = query.get(name) ?? ""
  return isId(value) ? value : null
}

export function isId(value: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)
}

/** A number that a button of the desk carries; 0, which nothing has, for what is none. */
export function numberOf(typed: Typed, name: string): number {
  const text = typed[name]?.[0] ?? ""
  return /^\d{1,6}$/.test(text) ? Number(text) : 0
}

/** A way back that a form may carry: a path of this site, never another address. */
export function safePath(value: string | null | undefined, otherwise: string): string {
  return value && /^\/(?![/\\])[\w\-./?=&%+*]*$/.test(value) ? value : otherwise
}

export { redirect }
