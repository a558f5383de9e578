import { useTranslation } from "react-i18next"
import { Empty } from "#app/ui/desk-parts.tsx"

/** The third column before a choice is opened. */
export default function NoChoiceOpen() {
  const { t } = useTranslation()
  return <Empty title={t("desk.choices.open")}>{t("desk.choices.openText")}</Empty>
}
