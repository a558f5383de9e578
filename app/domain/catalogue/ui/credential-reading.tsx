import { useTranslation } from "react-i18next"
import { resultText } from "#app/locales/result-text.ts"
import type { Country } from "../countries.ts"
import { isScaleKey, type Scale, scales } from "../scales.ts"

/** A certificate of a country and how its result is read; where that rests on no sure source, it says so instead. */
export function CredentialReading({ credential }: { credential: Country["credentials"][number] }) {
  const { t } = useTranslation()
  const { name, scale, confidence } = credential
  return (
    <section>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {confidence === "low" || !isScaleKey(scale) ? (
        <p>
          <span className="st announced">{t("countries.unsure")}</span> {t("countries.unsureText")}
        </p>
      ) : (
        <>
          <ScaleReading scale={scales[scale]} />
          {confidence === "high" ? null : <p className="quiet-text">{t("countries.confirm")}</p>}
        </>
      )}
    </section>
  )
}

function ScaleReading({ scale }: { scale: Scale }) {
  const { t, i18n } = useTranslation()
  if (scale.kind === "numeric") {
    const { max, pass, example } = scale
    return (
      <p>
        {pass === null ? t("countries.numericOpen", { max }) : t("countries.numeric", { max, pass })}{" "}
        {t("countries.example", { example: `${resultText(i18n.language, example)}/${max}` })}
      </p>
    )
  }
  const { values, grades, lastPass, lastCredit, example } = scale
  return (
    <p>
      {t(grades === "overall" ? "countries.oneGrade" : "countries.subjectGrades")} <bdi dir="ltr">{values.join(" · ")}</bdi>.{" "}
      {lastPass === null ? null : <>{t("countries.lastPass", { grade: lastPass })} </>}
      {lastCredit === null ? null : (
        <>{t(grades === "overall" ? "countries.opensUniversity" : "countries.lastCredit", { grade: lastCredit })} </>
      )}
      {t("countries.example", { example })}
    </p>
  )
}
