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
    candidate: createCookie("rihla", { ...shared, path: "/", maxAge: 30 * 24 * 3600 }),
    staff: createCookie("rihla-desk", { ...shared, path: "/desk", maxAge: 12 * 3600 }),
  }
}

/** The secret in the request's cookie, or null when there is none or its signature is not ours. */
export async function sessionSecret(cookies: SessionCookies, audience: Audience, request: Request): Promise<string | null> {
  const value: unknown = await cookies[audience].parse(request.headers.get("cookie"))
  return typeof value === "string" && value.length > 0 ? value : null
}
