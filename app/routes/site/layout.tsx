import { Outlet, useLocation, useRouteLoaderData } from "react-router"
import { isLanguage } from "#app/locales/languages.ts"
import { SiteShell } from "#app/ui/site-shell.tsx"
import type { loader as rootLoader } from "#app/root.tsx"
import type { Route } from "./+types/layout"

export function loader({ params }: Route.LoaderArgs) {
  if (!isLanguage(params.lang)) throw new Response(null, { status: 404 })
  return { language: params.lang }
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
    >
      <Outlet />
    </SiteShell>
  )
}
