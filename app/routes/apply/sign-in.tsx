import { useTranslation } from "react-i18next"
import { z } from "zod"
import { requestSignInCode } from "#app/domain/people/request-sign-in-code.server.ts"
import { textField } from "#app/platform/fields.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal, safePath } from "#app/platform/http.server.ts"
import { pendingCookie } from "#app/platform/session.server.ts"
import { PostForm, Submit, TextField } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import type { Route } from "./+types/sign-in"

const signInForm = z.object({ email: textField({ max: 254, isRequired: true }) })

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const next = safePath(new URL(request.url).searchParams.get("next"), `/${ctx.language}/apply`)
  if (ctx.actor.kind === "candidate") throw redirect(next)
  return { language: ctx.language }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const next = safePath(new URL(request.url).searchParams.get("next"), `/${ctx.language}/apply`)
  const form = await readForm(request, signInForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await requestSignInCode(ctx, { email: form.value.email, audience: "candidate" })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const cookie = await pendingCookie(ctx.settings, "candidate").serialize({ ...outcome.done, next })
  return redirect(`/${ctx.language}/apply/sign-in/code`, { headers: { "set-cookie": cookie } })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language } = loaderData
  return (
    <div className="page">
      <title>{`${t("people.signIn.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.signIn.title")}</h1>
      <p className="lead">{t("people.signIn.lead")}</p>
      <PostForm reply={actionData} labels={{ email: t("people.signIn.email") }}>
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
