import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import { listed } from "#app/ui/listed.ts"
import type { SchemePay } from "../catalogue-texts.ts"

type Share = { least: number; most: number }

/** How much of these costs is paid, in words. */
export function shareText(t: TFunction, { least, most }: Share, kinds: readonly SchemePay["kind"][]): string {
  const named = listed(
    t,
    kinds.map((kind) => t(`costs.kind.${kind}`)),
  )
  return least === most ? t("costs.paysAll", { percent: most, kinds: named }) : t("costs.paysPart", { from: least, to: most, kinds: named })
}

/** Which items of a year a scheme pays, and how much of each. */
export function SchemePays({ pays }: { pays: readonly SchemePay[] }) {
  const { t } = useTranslation()
  if (pays.length === 0) return <>{t("costs.paysUnknown")}</>
  const shares = Map.groupBy(pays, ({ leastPercent, mostPercent }) => `${leastPercent} ${mostPercent}`)
  return (
    <>
      {[...shares].map(([key, alike]) => {
        const [least = 0, most = 0] = key.split(" ").map(Number)
        return (
          <span key={key}>
            {shareText(
              t,
              { least, most },
              alike.map(({ kind }) => kind),
            )}
          </span>
        )
      })}
    </>
  )
}
