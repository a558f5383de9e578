import { setLanguage } from "#app/domain/people/set-language.server.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { redirect, safePath, staffOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/language"

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = staffOf(context)
  const { language, back } = await typedOf(request)
  const wanted = language?.[0]
  if (!isLanguage(wanted)) throw new Response(null, { status: 400 })
  await setLanguage(ctx, { language: wanted })
  return redirect(safePath(back?.[0], "/desk"), 303)
}
