import { useTranslation } from "react-i18next"
import { Empty } from "#app/ui/desk-parts.tsx"

/** The third column before a lead is opened. */
export default function NoLeadOpen() {
  const { t } = useTranslation()
  return <Empty title={t("desk.leads.open")}>{t("desk.leads.openText")}</Empty>
}
