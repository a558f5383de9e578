import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { resultText } from "#app/locales/result-text.ts"
import { countryName, findCountry } from "../../catalogue/countries.ts"
import { scaleWords } from "../../catalogue/scale-words.ts"

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
  const { country, code } = credential
  const words = scaleWords(t, credential)
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
          <bdi dir="ltr">{resultText(language, credential.result)}</bdi> ({words})
        </>
      )}
    </p>
  )
}
