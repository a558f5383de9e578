import { useTranslation } from "react-i18next"
import { Submit } from "#app/ui/form.tsx"
import type { KeptForm } from "../kept-form.ts"

/** Signed in again: one button sends what was typed before, to where it was going. */
export function KeptAgain({ kept }: { kept: KeptForm }) {
  const { t } = useTranslation()
  return (
    <>
      <title>{`${t("people.kept.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.kept.title")}</h1>
      <p className="lead">{t("people.kept.lead")}</p>
      <form method="post" action={kept.to} className="acts thumb">
        {Object.entries(kept.typed).flatMap(([name, values]) =>
          values.map((value, index) => <input key={`${name}-${index}`} type="hidden" name={name} value={value} />),
        )}
        <Submit>{t("people.kept.button")}</Submit>
      </form>
    </>
  )
}
