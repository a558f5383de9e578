import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"

/** What a partner's program sends first, at this installation's address. Line ends are the shell's. */
function firstTry(publicUrl: string, language: Language, key: string): string {
  const lead = { firstName: "Awa", lastName: "Diop", email: "awa.diop@example.org", country: "SN", language, level: "bachelor" }
  return [
    `curl ${publicUrl}/api/v1/leads \\`,
    `  -H "Authorization: Bearer ${key}" \\`,
    `  -H "Idempotency-Key: your-own-number-1" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(lead)}'`,
  ].join("\n")
}

/** How a partner's program uses its key, to be passed on. */
export function PartnerGuide({ publicUrl, language, pace }: { publicUrl: string; language: Language; pace: number }) {
  const { t } = useTranslation()
  const document = `${publicUrl}/api/v1/openapi.json`
  return (
    <section aria-labelledby="guide">
      <h2 id="guide">{t("partners.guide.title")}</h2>
      <p>
        {t("partners.guide.text")}{" "}
        <a href={document}>
          <bdi dir="ltr">{document}</bdi>
        </a>
      </p>
      <p>{t("partners.guide.try")}</p>
      <pre dir="ltr" className="example">
        {firstTry(publicUrl, language, "rihla_…")}
      </pre>
      <ul>
        <li>{t("partners.guide.once")}</li>
        <li>{t("partners.guide.consent")}</li>
        <li>{t("partners.guide.pace", { count: pace })}</li>
      </ul>
    </section>
  )
}
