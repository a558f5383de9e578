import { useTranslation } from "react-i18next"
import type { ImportState } from "#app/platform/prisma-client/enums.ts"

const looks: Partial<Record<ImportState, string>> = {
  read: "tag amber",
  mapped: "tag amber",
  checked: "tag amber",
  running: "tag amber",
  undoing: "tag amber",
  failed: "tag late",
}

export function ImportTag({ state }: { state: ImportState }) {
  const { t } = useTranslation()
  return (
    <span className={looks[state] ?? "tag"} data-state={state}>
      {t(`states.import.${state}`)}
    </span>
  )
}
