import { useTranslation } from "react-i18next"
import { findConfirmation, proveAddress } from "#app/domain/people/prove-address.server.ts"
import { OldLink } from "#app/domain/people/ui/old-link.tsx"
import { ctxOf, redirect } from "#app/platform/http.server.ts"
import { Submit } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import type { Route } from "./+types/confirm"

/** Reading the page proves nothing: mail programs open links by themselves. Only the button does. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const found = await findConfirmation(ctx, params.token)
  return { language: ctx.language, found: found === null ? null : { typed: found.typed, isProved: found.isProved } }
}

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  await proveAddress(ctx, { token: params.token })
  return redirect(`/${ctx.language}/confirm/${params.token}`)
}

export default function Confirm({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, found } = loaderData
  if (found === null) return <OldLink language={language} />
  const address = [(inner: string) => <bdi dir="ltr">{inner}</bdi>]
  const title = found.isProved ? t("people.confirm.doneTitle") : t("people.confirm.title")
  return (
    <div className="page">
      <title>{`${title} · ${t("common.name")}`}</title>
      <h1>{title}</h1>
      <p className="lead">
        <Rich text={t(found.isProved ? "people.confirm.done" : "people.confirm.lead", { email: found.typed })} parts={address} />
      </p>
      {found.isProved ? (
        <p className="acts">
          <a className="btn" href={`/${language}/apply`}>
            {t("people.confirm.apply")}
          </a>
          <a className="btn quiet" href={`/${language}/programmes`}>
            {t("people.confirm.programmes")}
          </a>
        </p>
      ) : (
        <>
          <p>{t("people.confirm.consents")}</p>
          <form method="post" className="form">
            <div>
              <Submit>{t("people.confirm.button")}</Submit>
            </div>
          </form>
          <p className="quiet-text">{t("people.confirm.notMine")}</p>
        </>
      )}
    </div>
  )
}
