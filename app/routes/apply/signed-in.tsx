import { Outlet } from "react-router"
import { mayKeep } from "#app/domain/people/kept-form.ts"
import { languageOfPath } from "#app/platform/i18n.ts"
import { ctxOf, redirect } from "#app/platform/http.server.ts"
import type { Route } from "./+types/signed-in"

/**
 * Everything below is the signed-in candidate's. Who is not signed in comes back here after signing in; a form sent when
 * the session had ended goes to the sign-in page with all that was typed (307 sends it on), and is kept there.
 */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }, next) => {
    if (ctxOf(context).actor.kind === "candidate") return next()
    const { pathname, search } = new URL(request.url)
    const back = request.method === "GET" ? pathname + search : pathname
    const door = `/${languageOfPath(pathname) ?? "fr"}/apply/sign-in?next=${encodeURIComponent(back)}`
    throw request.method === "POST" && mayKeep(pathname) ? redirect(`${door}&ended=yes`, 307) : redirect(door)
  },
]

/** Without a loader an action-only request would pass by the middleware. */
export function loader() {
  return null
}

export default function SignedIn() {
  return (
    <div className="page apply">
      <Outlet />
    </div>
  )
}
