import { Outlet, useLocation, useRouteLoaderData } from "react-router"
import { shareAddress } from "#app/domain/share/share-card.ts"
import { shareOf } from "#app/domain/share/share-of.server.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { isPublicPath, pathWithoutLanguage } from "#app/ui/public-path.ts"
import { SiteShell } from "#app/ui/site-shell.tsx"
import type { loader as rootLoader } from "#app/root.tsx"
import type { Route } from "./+types/layout"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  if (!isLanguage(params.lang)) throw new Response(null, { status: 404 })
  return { language: params.lang, share: await readShare(ctxOf(context), new URL(request.url).pathname) }
}

/** What the page shows of itself where its link is shared; a page that has no picture of its own shows that of the site. */
async function readShare(ctx: Parameters<typeof shareOf>[0], pathname: string) {
  // An answer of the eligibility check is shown as its question: it says nothing of who asked.
  const path = pathWithoutLanguage(pathname).replace(/^\/eligibility\/.*/, "/eligibility")
  if (!isPublicPath(path)) return null
  const own = await shareOf(ctx, path)
  const card = own ?? (await shareOf(ctx, ""))
  if (card === null) return null
  return { title: card.title, about: card.eyebrow, image: `${ctx.settings.publicUrl}${shareAddress(card, own === null ? "" : path)}` }
}

export default function SiteLayout({ loaderData }: Route.ComponentProps) {
  const root = useRouteLoaderData<typeof rootLoader>("root")
  const { pathname, search } = useLocation()
  return (
    <SiteShell
      language={loaderData.language}
      pathname={pathname}
      search={search}
      isDemo={root?.isDemo ?? false}
      publicUrl={root?.publicUrl ?? ""}
      contacts={root?.contacts ?? null}
      enhance={root?.enhance ?? null}
      share={loaderData.share}
    >
      <Outlet />
    </SiteShell>
  )
}
