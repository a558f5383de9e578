import { useTranslation } from "react-i18next"
import { useRouteLoaderData } from "react-router"
import { ContactLines } from "#app/ui/contact-lines.tsx"
import type { loader as rootLoader } from "#app/root.tsx"

export default function Privacy() {
  const { t } = useTranslation()
  const contacts = useRouteLoaderData<typeof rootLoader>("root")?.contacts
  return (
    <article className="page">
      <title>{`${t("site.privacy.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("site.privacy.description")} />
      <h1>{t("site.privacy.title")}</h1>
      <p className="lead">{t("site.privacy.lead")}</p>
      <h2>{t("site.privacy.who")}</h2>
      <p>{t("site.privacy.whoText")}</p>
      <h2>{t("site.privacy.what")}</h2>
      {(["enquiry", "application", "report", "news"] as const).map((moment) => (
        <section key={moment}>
          <h3>{t(`site.privacy.${moment}`)}</h3>
          <p>{t(`site.privacy.${moment}Text`)}</p>
        </section>
      ))}
      <p className="note">{t("site.privacy.never")}</p>
      {(["who2", "minors", "long", "abroad", "cookies", "phone", "rights"] as const).map((part) => (
        <section key={part}>
          <h2>{t(`site.privacy.${part}`)}</h2>
          <p>{t(`site.privacy.${part}Text`)}</p>
        </section>
      ))}
      {contacts === undefined ? null : (
        <>
          <h3>{t("site.privacy.write")}</h3>
          <ContactLines contacts={contacts} />
        </>
      )}
      <p className="quiet-text after">{t("site.privacy.updated")}</p>
    </article>
  )
}
