import { useTranslation } from "react-i18next"
import type { WordPart } from "../word-difference.ts"

/** A text as it became another: what was taken out is struck, what was put in is marked; each says so to who cannot see it. */
export function WordChanges({ parts, direction }: { parts: readonly WordPart[]; direction: "ltr" | "rtl" }) {
  const { t } = useTranslation()
  return (
    <p className="words" dir={direction}>
      {parts.map(({ kind, text }, place) => {
        const key = `${place} ${kind}`
        if (kind === "same") return <span key={key}>{text}</span>
        const Mark = kind === "gone" ? "del" : "ins"
        return (
          <Mark key={key}>
            <span className="sr">{kind === "gone" ? t("editing.history.gone") : t("editing.history.added")}: </span>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}
