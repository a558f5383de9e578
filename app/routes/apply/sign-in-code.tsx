import { useTranslation } from "react-i18next"
import { z } from "zod"
import { signInWithCode } from "#app/domain/people/sign-in-with-code.server.ts"
import { CodeForm } from "#app/domain/people/ui/code-form.tsx"
import { textField } from "#app/platform/fields.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal, requestPartsContext, safePath } from "#app/platform/http.server.ts"
import { pendingCookie, readPending } from "#app/platform/session.server.ts"
import type { Route } from "./+types/sign-in-code"

const codeForm = z.object({ code: textField({ max: 40, isRequired: true }) })

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  return { language: ctx.language, pending: await readPending(ctx.settings, "candidate", request) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const pending = await readPending(ctx.settings, "candidate", request)
  if (pending === null) return redirect(`/${ctx.language}/apply/sign-in`)
  const form = await readForm(request, codeForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await signInWithCode(ctx, { email: pending.email, code: form.value.code, audience: "candidate" })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const { cookies } = context.get(requestPartsContext)
  const headers = new Headers()
  headers.append("set-cookie", await cookies.candidate.serialize(outcome.done.secret))
  headers.append("set-cookie", await pendingCookie(ctx.settings, "candidate").serialize("", { maxAge: 0 }))
  return redirect(safePath(pending.next, `/${ctx.language}/apply`), { headers })
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, pending } = loaderData
  const page = `/${language}/apply/sign-in`
  if (pending === null) {
    return (
      <div className="page">
        <title>{`${t("people.code.noneTitle")} · ${t("common.name")}`}</title>
        <h1>{t("people.code.noneTitle")}</h1>
        <p className="lead">{t("people.code.none")}</p>
        <p className="acts">
          <a className="btn" href={page}>
            {t("people.signIn.send")}
          </a>
        </p>
      </div>
    )
  }
  return (
    <div className="page">
      <CodeForm pending={pending} reply={actionData} again={`${page}?next=${encodeURIComponent(pending.next)}`} other={page} />
    </div>
  )
}
