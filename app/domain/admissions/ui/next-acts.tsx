import { useTranslation } from "react-i18next"
import type { ChoiceState } from "#app/platform/prisma-client/enums.ts"
import { VerbButton, VerbLink } from "#app/ui/desk-parts.tsx"

type Props = { state: ChoiceState; base: string; query: string; back: string; mayAsk: boolean; mayDecide: boolean; mayConfirm: boolean }

/** What may follow from where a choice stands, beside an offer and a refusal (keys 1 and 2). */
export function NextActs({ state, base, query, back, mayAsk, mayDecide, mayConfirm }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {mayDecide && (state === "in_review" || state === "shortlisted" || state === "interview") ? (
        <VerbLink to={`${base}/waitlist${query}`} hotkey="3">
          {t("desk.steps.waitlist")}
        </VerbLink>
      ) : null}
      {mayAsk && state === "in_review" ? (
        <>
          <VerbLink to={`${base}/ask${query}`} hotkey="4">
            {t("desk.steps.ask")}
          </VerbLink>
          <VerbButton action={`${base}/shortlist`} back={back} hotkey="5">
            {t("desk.steps.shortlist")}
          </VerbButton>
        </>
      ) : null}
      {mayAsk && state === "info_requested" ? (
        <VerbButton action={`${base}/resume`} back={back} hotkey="1">
          {t("desk.steps.resume")}
        </VerbButton>
      ) : null}
      {mayAsk && (state === "shortlisted" || state === "interview") ? (
        <VerbLink to={`${base}/interview${query}`} hotkey="4">
          {t(state === "interview" ? "desk.steps.interviewAgain" : "desk.steps.interview")}
        </VerbLink>
      ) : null}
      {mayDecide && state === "waitlisted" ? (
        <VerbButton action={`${base}/end-waiting`} back={back} hotkey="3">
          {t("desk.steps.endWaiting")}
        </VerbButton>
      ) : null}
      {mayConfirm && (state === "conditions_pending" || state === "deferred") ? (
        <VerbLink to={`${base}/confirm${query}`} hotkey="1" look="go">
          {t(state === "deferred" ? "desk.steps.confirmLater" : "desk.steps.confirm")}
        </VerbLink>
      ) : null}
      {mayConfirm && state === "conditions_pending" ? (
        <VerbLink to={`${base}/unmet${query}`} hotkey="2">
          {t("desk.steps.unmet")}
        </VerbLink>
      ) : null}
      {mayConfirm && state === "confirmed" ? (
        <VerbLink to={`${base}/defer${query}`} hotkey="1">
          {t("desk.steps.defer")}
        </VerbLink>
      ) : null}
    </>
  )
}
