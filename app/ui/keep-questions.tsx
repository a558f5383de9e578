import { useTranslation } from "react-i18next"

/** More than these are no question of a moment, nor of a phone. */
const mostPages = 10

/** Offers to keep all pages of the questions on the phone. Hidden until the script finds the service worker there. */
export function KeepQuestions({ pages }: { pages: number }) {
  const { t } = useTranslation()
  if (pages > mostPages) return null
  return (
    <p
      className="keep"
      role="status"
      hidden
      data-pages={pages}
      data-size={t("offline.questionsSize", { size: "…" })}
      data-done={t("offline.questionsDone")}
      data-none={t("offline.questionsNone")}
    >
      <button type="button" className="btn quiet">
        {t("offline.questions")}
      </button>
    </p>
  )
}
