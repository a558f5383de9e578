import { z } from "zod"
import { signInWithCode } from "#app/domain/people/sign-in-with-code.server.ts"
import { CodeForm } from "#app/domain/people/ui/code-form.tsx"
import { DeskDoor } from "#app/domain/people/ui/desk-door.tsx"
import { textField } from "#app/platform/fields.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal, requestPartsContext, safePath } from "#app/platform/http.server.ts"
import { pendingCookie, readPending } from "#app/platform/session.server.ts"
import type { Route } from "./+types/sign-in-code"

const codeForm = z.object({ code: textField({ max: 40, isRequired: true }) })

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const pending = await readPending(ctx.settings, "staff", request)
  if (pending === null) throw redirect("/desk/sign-in")
  return { isDemo: ctx.settings.isDemo, pending }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const pending = await readPending(ctx.settings, "staff", request)
  if (pending === null) return redirect("/desk/sign-in")
  const form = await readForm(request, codeForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await signInWithCode(ctx, { email: pending.email, code: form.value.code, audience: "staff" })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const { cookies } = context.get(requestPartsContext)
  const headers = new Headers()
  headers.append("set-cookie", await cookies.staff.serialize(outcome.done.secret))
  headers.append("set-cookie", await pendingCookie(ctx.settings, "staff").serialize("", { maxAge: 0 }))
  return redirect(safePath(pending.next, "/desk"), { headers })
}

export default function DeskSignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { isDemo, pending } = loaderData
  return (
    <DeskDoor isDemo={isDemo}>
      <CodeForm
        pending={pending}
        reply={actionData}
        again={`/desk/sign-in?next=${encodeURIComponent(pending.next)}`}
        other="/desk/sign-in"
      />
    </DeskDoor>
  )
}
