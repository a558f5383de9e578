import { useTranslation } from "react-i18next"
import { z } from "zod"
import { requestSignInCode } from "#app/domain/people/request-sign-in-code.server.ts"
import { DeskDoor } from "#app/domain/people/ui/desk-door.tsx"
import { textField } from "#app/platform/fields.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal, safePath } from "#app/platform/http.server.ts"
import { pendingCookie } from "#app/platform/session.server.ts"
import { PostForm, Submit, TextField } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import type { Route } from "./+types/sign-in"

const signInForm = z.object({ email: textField({ max: 254, isRequired: true }) })

function nextOf(request: Request): string {
  const next = safePath(new URL(request.url).searchParams.get("next"), "/desk")
  return /^\/desk(?:[/?]|$)/.test(next) ? next : "/desk"
}

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  if (ctx.actor.kind === "staff") throw redirect(nextOf(request))
  return { language: ctx.language, isDemo: ctx.settings.isDemo }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const form = await readForm(request, signInForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await requestSignInCode(ctx, { email: form.value.email, audience: "staff" })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const cookie = await pendingCookie(ctx.settings, "staff").serialize({ ...outcome.done, next: nextOf(request) })
  return redirect("/desk/sign-in/code", { headers: { "set-cookie": cookie } })
}

export default function DeskSignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, isDemo } = loaderData
  return (
    <DeskDoor isDemo={isDemo}>
      <title>{`${t("people.desk.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.desk.title")}</h1>
      <p className="lead">{t("people.desk.lead")}</p>
      {isDemo ? (
        <div className="note warn">
          <b>{t("people.desk.demoTitle")}</b>
          <p>{t("people.desk.demo")}</p>
        </div>
      ) : null}
      <PostForm reply={actionData} labels={{ email: t("people.desk.email") }}>
        <TextField name="email" type="email" autoComplete="email" dir="ltr" label={t("people.desk.email")} />
        <div>
          <Submit>{t("people.signIn.send")}</Submit>
        </div>
      </PostForm>
      <p className="quiet-text">{t("people.desk.help")}</p>
      <p>
        <Rich text={t("people.desk.candidates")} parts={[(inner) => <a href={`/${language}/apply`}>{inner}</a>]} />
      </p>
    </DeskDoor>
  )
}
