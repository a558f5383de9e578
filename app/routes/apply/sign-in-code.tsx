import { data } from "react-router"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { keptName, readKept } from "#app/domain/people/kept-form.ts"
import { signInWithCode } from "#app/domain/people/sign-in-with-code.server.ts"
import { CodeForm } from "#app/domain/people/ui/code-form.tsx"
import { KeptAgain } from "#app/domain/people/ui/kept-again.tsx"
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
  const form = await readForm(request, codeForm)
  const typed = form.ok ? form.typed : form.reply.typed
  const kept = readKept(typed[keptName]?.[0])
  if (pending === null) {
    const page = `/${ctx.language}/apply/sign-in`
    return kept === null ? redirect(page) : redirect(`${page}?next=${encodeURIComponent(kept.to)}&ended=yes`, 307)
  }
  // Here straight from the first page, with what was typed before: the code is still to come.
  if (new URL(request.url).searchParams.has("begin")) return data({ typed, problems: [] })
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await signInWithCode(ctx, { email: pending.email, code: form.value.code, audience: "candidate" })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const { cookies } = context.get(requestPartsContext)
  const headers = new Headers()
  headers.append("set-cookie", await cookies.candidate.serialize(outcome.done.secret))
  headers.append("set-cookie", await pendingCookie(ctx.settings, "candidate").serialize("", { maxAge: 0 }))
  if (kept !== null) return data({ typed: {}, problems: [], kept }, { headers })
  return redirect(safePath(pending.next, `/${ctx.language}/apply`), { headers })
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, pending } = loaderData
  const page = `/${language}/apply/sign-in`
  if (actionData !== undefined && "kept" in actionData) {
    return (
      <div className="page">
        <KeptAgain kept={actionData.kept} />
      </div>
    )
  }
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
      <CodeForm
        pending={pending}
        reply={actionData}
        action={`${page}/code`}
        again={`${page}?next=${encodeURIComponent(pending.next)}`}
        other={page}
        kept={actionData?.typed[keptName]?.[0]}
      />
    </div>
  )
}
