import { useTranslation } from "react-i18next"

/** The reference as it is read aloud: in threes, sign by sign for who listens to the page. */
export function ReferenceLine({ reference, isLarge = false }: { reference: string; isLarge?: boolean }) {
  const { t } = useTranslation()
  const spelled = [...reference.replaceAll("-", "")].join(" ")
  return (
    <p className={isLarge ? "reference large" : "reference"}>
      {t("apply.reference")}{" "}
      <bdi dir="ltr" lang="en" aria-label={t("apply.referenceAloud", { spelled })} role="img">
        {reference}
      </bdi>
    </p>
  )
}
