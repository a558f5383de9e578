import { useTranslation } from "react-i18next"
import { startCheckout } from "#app/domain/payments/start-checkout.server.ts"
import { candidateOf, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm } from "#app/ui/form.tsx"
import type { Route } from "./+types/pay"

/** What the page needs to lead back to the fee. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  return { language: ctx.language, choiceId: params.choiceId }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const outcome = await startCheckout(ctx, { choiceId: params.choiceId })
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(outcome.done.url, 303)
}

/** Shown when the checkout could not be opened: why, and the way back. */
export default function Pay({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <>
      <title>{`${t("apply.fee.payTitle")} · ${t("common.name")}`}</title>
      <h1>{t("apply.fee.payTitle")}</h1>
      <PostForm reply={actionData} labels={{}}>
        <p className="acts">
          <a className="btn" href={`/${loaderData.language}/apply/fee/${loaderData.choiceId}`}>
            {t("apply.fee.toFee")}
          </a>
        </p>
      </PostForm>
    </>
  )
}
