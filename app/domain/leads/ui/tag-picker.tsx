import { useTranslation } from "react-i18next"

/** Adds a tag to the line of the form, as people would type it. */
function add(tag: string) {
  const line = document.querySelector<HTMLInputElement>("#f-tags")
  if (line === null) return
  const tags = line.value.split(",").map((one) => one.trim())
  if (!tags.includes(tag)) line.value = [...tags.filter((one) => one !== ""), tag].join(", ")
  line.focus()
}

/** Tags in use at the university, each a press away. */
export function TagPicker({ used }: { used: readonly string[] }) {
  const { t } = useTranslation()
  if (used.length === 0) return null
  return (
    <p className="in-line">
      <span className="quiet">{t("deskWork.tags.used")}</span>{" "}
      {used.map((tag) => (
        <button key={tag} type="button" className="act plain" onClick={() => add(tag)}>
          <bdi>{tag}</bdi>
        </button>
      ))}
    </p>
  )
}
