import { findScheme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { SchemeArticle } from "#app/domain/catalogue/ui/scheme-article.tsx"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/scholarship"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  return { language: ctx.language, scheme: notFoundUnless(await findScheme(ctx, params.slug)) }
}

export default function Scholarship({ loaderData: { language, scheme } }: Route.ComponentProps) {
  return <SchemeArticle scheme={scheme} language={language} />
}
