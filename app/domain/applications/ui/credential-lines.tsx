import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { countryName, findCountry } from "../../catalogue/countries.ts"
import { isScaleKey } from "../../catalogue/scales.ts"
import { openScales } from "../result-scales.ts"

type Credential = {
  country: string
  code: string
  words: string
  institution: string
  year: number | null
  scale: string
  result: string
  isPending: boolean
}

/** A credential as it was told, in a few lines. */
export function CredentialLines({ language, credential }: { language: Language; credential: Credential }) {
  const { t } = useTranslation()
  const { country, code, scale } = credential
  const open = openScales.find((known) => known === scale)
  const scaleWords =
    isScaleKey(scale) && (code !== "" || open === undefined)
      ? t(`catalogue.scale.${scale}`)
      : open === undefined
        ? ""
        : t(`apply.education.scales.${open}`)
  const name =
    code === "" ? credential.words : (findCountry(country)?.credentials.find((known) => known.code === code)?.name ?? credential.words)
  return (
    <p>
      <bdi>
        <b>{name}</b>
      </bdi>
      {" · "}
      {countryName(country, language) ?? t("common.elsewhere")}
      {credential.year === null ? null : ` · ${credential.year}`}
      <br />
      {credential.institution === "" ? null : (
        <>
          <bdi>{credential.institution}</bdi>
          <br />
        </>
      )}
      {credential.isPending ? (
        t("apply.education.pending")
      ) : credential.result === "" ? null : (
        <>
          <bdi dir="ltr">{credential.result}</bdi> ({scaleWords})
        </>
      )}
    </p>
  )
}
