import { createCookie, type Cookie } from "react-router"
import type { Env } from "./env.server.ts"
import type { Audience } from "./prisma-client/enums.ts"

/** Signed cookies that carry the secret of a session row; the row says whose it is and whether it still holds. */
export type SessionCookies = Record<Audience, Cookie>

export function sessionCookies(env: Pick<Env, "SESSION_SECRET" | "PUBLIC_URL">): SessionCookies {
  const shared = {
    httpOnly: true,
    sameSite: "lax" as const,
    secure: env.PUBLIC_URL.startsWith("https:"),
    secrets: [env.SESSION_SECRET],
  }
  return {
    // The row decides when a session ends by idleness; a cookie that outlives it opens nothing.
    candidate: createCookie("rihla", { ...shared, path: "/", maxAge: 400 * 24 * 3600 }),
    staff: createCookie("rihla-desk", { ...shared, path: "/desk", maxAge: 30 * 24 * 3600 }),
  }
}

/** Between asking for a code and typing it: which address it went to, and where to go then. Nothing of it is in an address. */
export function pendingCookie(settings: { secret: string; publicUrl: string }, audience: Audience): Cookie {
  return createCookie(audience === "staff" ? "rihla-desk-code" : "rihla-code", {
    httpOnly: true,
    sameSite: "lax",
    secure: settings.publicUrl.startsWith("https:"),
    secrets: [settings.secret],
    path: audience === "staff" ? "/desk" : "/",
    maxAge: 20 * 60,
  })
}

export type Pending = { email: string; next: string; minutes: number; code: string | null }

export async function readPending(
  settings: { secret: string; publicUrl: string },
  audience: Audience,
  request: Request,
): Promise<Pending | null> {
  const value: unknown = await pendingCookie(settings, audience).parse(request.headers.get("cookie"))
  if (typeof value !== "object" || value === null || !("email" in value) || typeof value.email !== "string") return null
  return {
    email: value.email,
    next: "next" in value && typeof value.next === "string" ? value.next : "",
    minutes: "minutes" in value && typeof value.minutes === "number" ? value.minutes : 10,
    code: "code" in value && typeof value.code === "string" ? value.code : null,
  }
}

/** The secret in the request's cookie, or null when there is none or its signature is not ours. */
export async function sessionSecret(cookies: SessionCookies, audience: Audience, request: Request): Promise<string | null> {
  const value: unknown = await cookies[audience].parse(request.headers.get("cookie"))
  return typeof value === "string" && value.length > 0 ? value : null
}
