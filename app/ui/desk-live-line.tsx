import { useTranslation } from "react-i18next"
import { Key } from "./desk-parts.tsx"

/** What has come since the list was shown, and whether anything can come. */
export function LiveLine({ isOff, arrived, show }: { isOff: boolean; arrived: number; show(): void }) {
  const { t } = useTranslation()
  return (
    <div className="live" role="status">
      {isOff ? <p className="live-off">{t("triage.live.off")}</p> : null}
      {arrived === 0 ? null : (
        <button type="button" className="live-new" onClick={show} data-key="r" aria-keyshortcuts="r">
          {t("triage.live.show", { count: arrived })} <Key>r</Key>
        </button>
      )}
    </div>
  )
}
