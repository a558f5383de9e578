import { signOut } from "#app/domain/people/sign-out.server.ts"
import { redirect, requestPartsContext, staffOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/sign-out"

export async function action({ context }: Route.ActionArgs) {
  await signOut(staffOf(context), { everywhere: false })
  const { cookies } = context.get(requestPartsContext)
  return redirect("/desk/sign-in", { status: 303, headers: { "set-cookie": await cookies.staff.serialize("", { maxAge: 0 }) } })
}
