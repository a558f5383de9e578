import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { VerbButton } from "#app/ui/desk-parts.tsx"

type Mention = { noteId: string; leadId: string; name: string; text: string; at: string; by: string }

/** The notes that name the reader, until they say that they have read them. */
export function MentionList({ mentions }: { mentions: readonly Mention[] }) {
  const { t } = useTranslation()
  if (mentions.length === 0) return null
  return (
    <>
      <h2>{t("deskWork.mentions.title")}</h2>
      <ul className="plain-list mentions">
        {mentions.map((one) => (
          <li key={one.noteId} className="panel saffron">
            <Link to={`/desk/leads/${one.leadId}#note-${one.noteId}`}>
              <bdi>
                <b>{one.name}</b>
              </bdi>
            </Link>{" "}
            <span className="quiet">
              {t("deskWork.mentions.by", { name: one.by })} · {one.at}
            </span>
            <p dir="auto">{one.text}</p>
            <VerbButton
              action={`/desk/mentions/${one.noteId}/read`}
              back="/desk"
              look="link"
              label={`${t("deskWork.notes.read")}: ${one.name}`}
            >
              {t("deskWork.notes.read")}
            </VerbButton>
          </li>
        ))}
      </ul>
    </>
  )
}
