import { signOut } from "#app/domain/people/sign-out.server.ts"
import { redirect, requestPartsContext, staffOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/sign-out"

/** Ends this session, or every session of the person where the form says so. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = staffOf(context)
  const { everywhere } = await typedOf(request)
  await signOut(ctx, { everywhere: everywhere?.[0] === "yes" })
  const { cookies } = context.get(requestPartsContext)
  return redirect("/desk/sign-in", { status: 303, headers: { "set-cookie": await cookies.staff.serialize("", { maxAge: 0 }) } })
}
