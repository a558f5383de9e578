import { use } from "react"
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from "react-router"
import { findActor } from "#app/domain/people/find-actor.server.ts"
import { ctxContext, requestPartsContext } from "#app/platform/http.server.ts"
import { AskedContext } from "#app/ui/asked.ts"
import { contactsOf } from "#app/ui/contact-lines.tsx"
import { I18nRoot } from "#app/ui/i18n-root.tsx"
import { ErrorPage } from "#app/ui/error-page.tsx"
import { languageOfPath } from "#app/platform/i18n.ts"
import { languageFacts } from "#app/locales/languages.ts"
import { useNonce } from "#app/ui/nonce.ts"
import type { Route } from "./+types/root"

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    const parts = context.get(requestPartsContext)
    const anonymous = parts.ctxFor({ kind: "anonymous" }, request)
    const { pathname } = new URL(request.url)
    // No text that the database keeps has a NUL in it: nothing stands at such an address.
    if (pathname.includes("%00")) throw new Response(null, { status: 404 })
    // Programs bring a key of their own, and no cookie.
    if (pathname.startsWith("/api/")) {
      context.set(ctxContext, anonymous)
      return next()
    }
    const audience = pathname.startsWith("/desk") ? "staff" : "candidate"
    const found = await findActor(anonymous, parts.cookies, audience, request)
    context.set(
      ctxContext,
      found === null
        ? anonymous
        : parts.ctxFor(found.actor, request).inLanguage(languageOfPath(pathname) ?? found.language ?? anonymous.language),
    )
    return next()
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxContext)
  const { enhance, requestId } = context.get(requestPartsContext)
  return {
    language: ctx.language,
    isDemo: ctx.settings.isDemo,
    publicUrl: ctx.settings.publicUrl,
    contacts: contactsOf(ctx.settings.senders),
    requestId,
    enhance: enhance["form"] ?? null,
  }
}

/** The khatim star, inside the page: a browser that finds no icon asks for one, which costs a prepaid bundle a request. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40' fill='%23b04a2a'%3E%3Cpath d='M20 2l5.3 5.3h7.4v7.4L38 20l-5.3 5.3v7.4h-7.4L20 38l-5.3-5.3H7.3v-7.4L2 20l5.3-5.3V7.3h7.4z'/%3E%3C/svg%3E"

/** What a route says of itself in its `handle`. */
type Handle = { hydrate?: boolean; styles?: string }

export function Layout({ children }: { children: React.ReactNode }) {
  const language = useAsked()?.language ?? "fr"
  const handles = useMatches().map((match) => match.handle as Handle | undefined)
  const hydrates = handles.some((handle) => handle?.hydrate === true)
  const nonce = useNonce()
  return (
    <html lang={language} dir={languageFacts[language].direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="theme-color" content="#fbf7ef" />
        <link rel="icon" href={icon} />
        <Meta />
        {hydrates ? <Links /> : <style />}
        {hydrates && nonce ? <meta property="csp-nonce" content={nonce} /> : null}
      </head>
      <body>
        <I18nRoot language={language}>{children}</I18nRoot>
        {hydrates ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** What the root's loader says; of an error that came before it, what the request says by itself. */
function useAsked() {
  const root = useRouteLoaderData<typeof loader>("root")
  const asked = use(AskedContext)
  return root ?? asked
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useAsked()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <ErrorPage
      language={root?.language ?? "fr"}
      kind={status === 404 ? "notFound" : status < 500 ? "unread" : "broken"}
      request={root?.requestId ?? ""}
      isDemo={root?.isDemo ?? false}
      contacts={root?.contacts ?? null}
    />
  )
}
