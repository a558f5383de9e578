import { useTranslation } from "react-i18next"
import { Countdown } from "#app/ui/countdown.tsx"
import { VerbButton } from "#app/ui/desk-parts.tsx"

type Standing = { id: string; title: string; leftMs: number; time: string; left: string; by: string; mayHandle: boolean }

/** The ten minutes in which a slip can be taken back. */
export function Leaving({ standing, base, back }: { standing: Standing; base: string; back: string }) {
  const { t } = useTranslation()
  return (
    <section className="leaving">
      <h2>{standing.title}</h2>
      <Countdown
        key={standing.id}
        leftMs={standing.leftMs}
        still={
          standing.leftMs <= 0 ? t("desk.choices.leavingSoon") : t("desk.choices.leavingText", { time: standing.time, left: standing.left })
        }
        running={(left) => t("desk.choices.leavingIn", { left, time: standing.time })}
        over={t("desk.choices.leavingSoon")}
      />
      {standing.mayHandle ? (
        <div className="acts">
          <VerbButton action={`${base}/take-back`} back={back} values={{ decision: standing.id }} hotkey="z" look="go">
            {t("desk.choices.takeBack")}
          </VerbButton>
          <VerbButton action={`${base}/send-now`} back={back} values={{ decision: standing.id }}>
            {t("desk.choices.sendNow")}
          </VerbButton>
        </div>
      ) : (
        <p className="quiet">{t("desk.choices.onlyAuthor", { name: standing.by })}</p>
      )}
    </section>
  )
}
