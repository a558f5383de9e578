import { data } from "react-router"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { keptName, mayKeep, readKept, writeKept } from "#app/domain/people/kept-form.ts"
import { requestSignInCode } from "#app/domain/people/request-sign-in-code.server.ts"
import { KeptField } from "#app/domain/people/ui/kept-field.tsx"
import { textField } from "#app/platform/fields.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal, safePath, typedOf } from "#app/platform/http.server.ts"
import { pendingCookie } from "#app/platform/session.server.ts"
import { PostForm, Submit, TextField } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import type { Route } from "./+types/sign-in"

const signInForm = z.object({ email: textField({ max: 254, isRequired: true }) })

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const next = safePath(new URL(request.url).searchParams.get("next"), `/${ctx.language}/apply`)
  if (ctx.actor.kind === "candidate") throw redirect(next)
  return { language: ctx.language, next }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const { searchParams } = new URL(request.url)
  const next = safePath(searchParams.get("next"), `/${ctx.language}/apply`)
  if (searchParams.has("ended")) {
    const typed = await typedOf(request)
    const kept = typed[keptName] ?? (mayKeep(next) ? [writeKept({ to: next, typed })] : [])
    return data({ typed: { [keptName]: kept }, problems: [] }, { status: 401 })
  }
  const form = await readForm(request, signInForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await requestSignInCode(ctx, { email: form.value.email, audience: "candidate" })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const cookie = await pendingCookie(ctx.settings, "candidate").serialize({ ...outcome.done, next })
  const isKept = readKept(form.typed[keptName]?.[0]) !== null
  const page = `/${ctx.language}/apply/sign-in/code`
  return redirect(isKept ? `${page}?begin=yes` : page, { status: isKept ? 307 : 302, headers: { "set-cookie": cookie } })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, next } = loaderData
  const kept = actionData?.typed[keptName]?.[0]
  return (
    <div className="page">
      <title>{`${t("people.signIn.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.signIn.title")}</h1>
      <p className="lead">{t("people.signIn.lead")}</p>
      {kept === undefined ? null : <p className="note">{t("people.kept.ended")}</p>}
      <PostForm
        reply={actionData}
        action={`/${language}/apply/sign-in?next=${encodeURIComponent(next)}`}
        labels={{ email: t("people.signIn.email") }}
      >
        <KeptField kept={kept} />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          label={t("people.signIn.email")}
          help={t("people.signIn.emailHelp")}
        />
        <div>
          <Submit>{t("people.signIn.send")}</Submit>
        </div>
      </PostForm>
      <h2>{t("people.signIn.noEmailTitle")}</h2>
      <p>
        <Rich text={t("people.signIn.noEmail")} parts={[(inner) => <a href={`/${language}/enquire`}>{inner}</a>]} />
      </p>
    </div>
  )
}
