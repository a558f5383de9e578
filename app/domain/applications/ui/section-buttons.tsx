import { useTranslation } from "react-i18next"
import { Submit } from "#app/ui/form.tsx"

/** Save and go on, or save and stay: what is typed is kept in both, complete or not. */
export function SectionButtons() {
  const { t } = useTranslation()
  return (
    <p className="acts thumb">
      <Submit>{t("apply.saveAndGo")}</Submit>
      <Submit name="then" value="stay" isQuiet>
        {t("apply.saveOnly")}
      </Submit>
    </p>
  )
}
