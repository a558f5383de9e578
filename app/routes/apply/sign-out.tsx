import { useTranslation } from "react-i18next"
import { signOut } from "#app/domain/people/sign-out.server.ts"
import { ctxOf, redirect, requestPartsContext, typedOf } from "#app/platform/http.server.ts"
import { Submit } from "#app/ui/form.tsx"
import type { Route } from "./+types/sign-out"

export function loader({ context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  if (ctx.actor.kind !== "candidate") throw redirect(`/${ctx.language}`)
  return null
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const typed = await typedOf(request)
  await signOut(ctx, { everywhere: typed["everywhere"] !== undefined })
  const { cookies } = context.get(requestPartsContext)
  return redirect(`/${ctx.language}`, { headers: { "set-cookie": await cookies.candidate.serialize("", { maxAge: 0 }) } })
}

export default function SignOut() {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{`${t("people.signOut.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.signOut.title")}</h1>
      <p className="lead">{t("people.signOut.lead")}</p>
      <form method="post" className="form">
        <div>
          <Submit>{t("people.signOut.here")}</Submit>
        </div>
        <div>
          <Submit isQuiet name="everywhere" value="yes">
            {t("people.signOut.everywhere")}
          </Submit>
          <p className="quiet-text">{t("people.signOut.everywhereHelp")}</p>
        </div>
      </form>
    </div>
  )
}
