import { useTranslation } from "react-i18next"

/** The way to the page before and the page after, when a list has more than one. */
export function Pager({ page, pages, addressOf }: { page: number; pages: number; addressOf: (page: number) => string }) {
  const { t } = useTranslation()
  if (pages === 1) return null
  return (
    <nav className="acts" aria-label={t("common.pager.pages")}>
      {page > 1 ? (
        <a className="btn quiet" rel="prev" href={addressOf(page - 1)}>
          {t("common.pager.before")}
        </a>
      ) : null}
      <span>{t("common.pager.of", { page, pages })}</span>
      {page < pages ? (
        <a className="btn quiet" rel="next" href={addressOf(page + 1)}>
          {t("common.pager.after")}
        </a>
      ) : null}
    </nav>
  )
}
