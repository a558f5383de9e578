import { randomBytes } from "node:crypto"
import { PassThrough } from "node:stream"
import { text } from "node:stream/consumers"
import { renderToPipeableStream } from "react-dom/server"
import { type EntryContext, type HandleErrorFunction, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router"
import { requestPartsContext } from "#app/platform/http.server.ts"
import { contentPolicy, deskPolicy } from "#app/platform/content-policy.server.ts"
import { withOwnStyle } from "#app/platform/page-style.server.ts"
import { i18nFor } from "#app/platform/i18n.ts"
import { type Asked, AskedContext } from "#app/ui/asked.ts"
import { contactsOf } from "#app/ui/contact-lines.tsx"
import { TextsContext } from "#app/ui/i18n-root.tsx"
import { NonceContext } from "#app/ui/nonce.ts"

/** Renders a whole page before it answers: candidate pages have no script that could fill in a part later. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
) {
  const { pathname } = new URL(request.url)
  // The door of the desk, and a page of candidates that is shown there before they have it, are plain pages.
  const isDesk = pathname.startsWith("/desk") && !/^\/desk\/(?:sign-in|(?:catalogue|events)\/.+\/preview\/)/.test(pathname)
  const nonce = isDesk ? randomBytes(16).toString("base64") : undefined
  let finalStatus = status
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <AskedContext value={askedOf(request, context)}>
          <TextsContext value={i18nFor}>
            <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
          </TextsContext>
        </AskedContext>
      </NonceContext>,
      {
        nonce,
        onAllReady() {
          const through = new PassThrough()
          text(through).then(resolve, reject)
          pipe(through)
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          const parts = context.get(requestPartsContext)
          parts.log.error({ request: parts.requestId, error }, "page.failed")
        },
      },
    )
    setTimeout(abort, 10_000).unref()
  })
  headers.set("content-type", "text/html; charset=utf-8")
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store")
  if (nonce !== undefined) {
    headers.set("content-security-policy", deskPolicy(nonce))
    return new Response(html, { status: finalStatus, headers })
  }
  const own = withOwnStyle(html)
  headers.set("content-security-policy", contentPolicy(own.styleHash, context.get(requestPartsContext).checkoutOrigin))
  return new Response(own.html, { status: finalStatus, headers })
}

function askedOf(request: Request, context: RouterContextProvider): Asked {
  const { ctxFor, requestId } = context.get(requestPartsContext)
  const { language, settings } = ctxFor({ kind: "anonymous" }, request)
  return { language, isDemo: settings.isDemo, publicUrl: settings.publicUrl, contacts: contactsOf(settings.senders), requestId }
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A page that is not there, or a form that cannot be read, is no error of ours: the line of the request has its status.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const parts = context.get(requestPartsContext)
  parts.log.error({ request: parts.requestId, error }, "request.failed")
}
