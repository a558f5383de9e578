import { useTranslation } from "react-i18next"
import { confirmGuardian } from "#app/domain/people/confirm-guardian.server.ts"
import { findGuardian } from "#app/domain/people/guardian-link.server.ts"
import { OldLink } from "#app/domain/people/ui/old-link.tsx"
import { withdrawGuardian } from "#app/domain/people/withdraw-guardian.server.ts"
import { languageFacts } from "#app/locales/languages.ts"
import { ctxOf, redirect, typedOf } from "#app/platform/http.server.ts"
import { Submit } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import type { Route } from "./+types/guardian-answer"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const found = await findGuardian(ctx, params.token)
  if (found === null) return { language: ctx.language, guardian: null, isOwn: false }
  const day = (date: Date | null) =>
    date === null
      ? null
      : new Intl.DateTimeFormat(languageFacts[ctx.language].intl, { dateStyle: "long", timeZone: "Africa/Casablanca" }).format(date)
  return {
    language: ctx.language,
    isOwn: new URL(request.url).searchParams.has("own"),
    guardian: {
      name: found.name,
      candidate: `${found.person.givenName} ${found.person.familyName}`.trim() || ctx.t("people.mail.someone"),
      agreedOn: day(found.consentedAt),
      withdrawnOn: day(found.withdrawnAt),
    },
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const typed = await typedOf(request)
  const answer = typed["withdraw"] === undefined ? confirmGuardian : withdrawGuardian
  const outcome = await answer(ctx, { secret: params.token })
  const isOwn = outcome.refused?.code === "people.guardian-own-address"
  return redirect(`/${ctx.language}/guardian/${params.token}${isOwn ? "?own" : ""}`)
}

export default function GuardianAnswer({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, guardian, isOwn } = loaderData
  if (guardian === null) return <OldLink language={language} />
  const standing = guardian.withdrawnOn !== null ? "withdrawn" : guardian.agreedOn !== null ? "agreed" : "asked"
  const title = t(`people.guardian.${({ asked: "title", agreed: "agreedTitle", withdrawn: "withdrawnTitle" } as const)[standing]}`)
  const name = (inner: string) => <bdi>{inner}</bdi>
  return (
    <div className="page">
      <title>{`${title} · ${t("common.name")}`}</title>
      <h1>{title}</h1>
      {isOwn ? (
        <p className="note" role="alert">
          {t("people.guardian.own")}
        </p>
      ) : null}
      {standing === "agreed" ? <p className="done">{t("people.guardian.agreed", { date: guardian.agreedOn })}</p> : null}
      {standing === "withdrawn" ? <p className="note">{t("people.guardian.withdrawn", { date: guardian.withdrawnOn })}</p> : null}
      <p className="lead">
        <Rich text={t("people.guardian.lead", { name: guardian.name, candidate: guardian.candidate })} parts={[name, name]} />
      </p>
      <p>{t("people.guardian.whatFor")}</p>
      <p>{t("people.guardian.whatTheyMay")}</p>
      <p>{t("people.guardian.data")}</p>
      <form method="post" className="form">
        {standing === "agreed" ? (
          <div>
            <Submit isQuiet name="withdraw" value="yes">
              {t("people.guardian.withdraw")}
            </Submit>
            <p className="quiet-text">{t("people.guardian.withdrawHelp")}</p>
          </div>
        ) : (
          <div>
            <Submit>{t(standing === "withdrawn" ? "people.guardian.again" : "people.guardian.button")}</Submit>
          </div>
        )}
      </form>
      {standing === "asked" ? <p className="quiet-text">{t("people.guardian.notYou")}</p> : null}
    </div>
  )
}
