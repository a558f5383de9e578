import { useTranslation } from "react-i18next"
import { findPass } from "#app/domain/kiosk/find-pass.server.ts"
import { usePass } from "#app/domain/kiosk/use-pass.server.ts"
import { requestSignInCode } from "#app/domain/people/request-sign-in-code.server.ts"
import { ctxOf, notFoundUnless, redirect } from "#app/platform/http.server.ts"
import { pendingCookie } from "#app/platform/session.server.ts"
import { Submit } from "#app/ui/form.tsx"
import type { Route } from "./+types/pass"

/** Where the square sign of a tablet leads: somebody who was at a fair goes on, on their own phone. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  return { language: ctx.language, here: `/${ctx.language}/fair/${params.pass}`, pass: notFoundUnless(await findPass(ctx, params.pass)) }
}

/** Goes on, once: a code to sign in with is mailed to the address that was typed on the tablet. */
export async function action({ params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const outcome = await usePass(ctx, { pass: params.pass })
  if (outcome.refused?.code === "not-found") throw new Response(null, { status: 404 })
  const signIn = `/${ctx.language}/apply/sign-in`
  const email = outcome.done?.email ?? ""
  if (email === "") return redirect(signIn, 303)
  const asked = await requestSignInCode(ctx, { email, audience: "candidate" })
  if (asked.refused) return redirect(signIn, 303)
  const cookie = await pendingCookie(ctx.settings, "candidate").serialize({ ...asked.done, next: `/${ctx.language}/apply` })
  return redirect(`${signIn}/code`, { status: 303, headers: { "set-cookie": cookie } })
}

export default function Pass({ loaderData: { language, here, pass } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{`${t("kiosk.go.title")} · ${t("common.name")}`}</title>
      <meta name="robots" content="noindex" />
      <h1>{t("kiosk.go.title")}</h1>
      <p className="lead">
        <bdi>{t("kiosk.go.event", { event: pass.event })}</bdi>
      </p>
      {pass.state === "waiting" ? (
        <>
          <p>{t("kiosk.go.waiting")}</p>
          <p>{t("kiosk.go.meanwhile")}</p>
          <p className="acts">
            <a className="btn" href={`/${language}/programmes`}>
              {t("kiosk.go.programmes")}
            </a>
            <a className="btn quiet" href={here}>
              {t("kiosk.go.again")}
            </a>
          </p>
        </>
      ) : null}
      {pass.state === "here" ? (
        <>
          <p>
            {t("kiosk.go.here")} <b dir="ltr">{pass.reference}</b>
          </p>
          <p>{t(pass.hasEmail ? "kiosk.go.reply" : "kiosk.go.replyPhone")}</p>
          <form method="post">
            <p className="acts">
              <Submit>{t(pass.hasEmail ? "kiosk.go.go" : "kiosk.go.sign")}</Submit>
            </p>
          </form>
        </>
      ) : null}
      {pass.state === "used" ? (
        <>
          <p>{t("kiosk.go.used")}</p>
          <p className="acts">
            <a className="btn" href={`/${language}/apply/sign-in`}>
              {t("kiosk.go.sign")}
            </a>
          </p>
        </>
      ) : null}
    </div>
  )
}
