import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { Key, Panel, VerbButton } from "#app/ui/desk-parts.tsx"
import { useOwnDraft } from "#app/ui/own-draft.ts"
import type { LeadNoteView } from "./work-words.ts"

type Props = {
  notes: readonly LeadNoteView[]
  base: string
  back: string
  /** The other university by name, when it knows the person too. */
  other: string | null
  colleagues: readonly { id: string; name: string }[]
}

/** Notes of one's own university and what the other one shares, and the box to add one. */
export function LeadNotes({ notes, base, back, other, colleagues }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLTextAreaElement>(null)
  const draft = useOwnDraft(base, notes[0]?.id ?? "")
  /** Writes a colleague's name where the caret stands. */
  function mention(name: string) {
    const area = box.current
    if (area === null) return
    const before = area.value.slice(0, area.selectionStart)
    const space = before === "" || /\s$/.test(before) ? "" : " "
    area.setRangeText(`${space}@${name} `, area.selectionStart, area.selectionEnd, "end")
    draft.onInput()
    area.focus()
  }
  return (
    <Panel title={t("deskWork.notes.title")} isWide>
      {notes.map((note) => (
        <article key={note.id} className={note.isForReader ? "note-text for-you" : "note-text"} id={`note-${note.id}`}>
          <p dir="auto">{note.text}</p>
          <small>
            <bdi>{note.author}</bdi> · {note.at}
            {note.standing === "" ? null : ` · ${note.standing}`}
            {note.told.length === 0 ? null : ` · ${t("deskWork.notes.told", { names: note.told.join(", ") })}`}
          </small>{" "}
          {note.isForReader ? (
            <VerbButton action={`/desk/mentions/${note.id}/read`} back={back} look="link">
              {t("deskWork.notes.read")}
            </VerbButton>
          ) : null}{" "}
          {note.mayShare ? (
            <VerbButton action={`${base}/note-share`} back={back} values={{ note: note.id, shared: note.isShared ? "" : "1" }} look="link">
              {note.isShared ? t("deskWork.notes.keep") : t("deskWork.notes.share", { university: other ?? "" })}
            </VerbButton>
          ) : null}
        </article>
      ))}
      <Form
        key={draft.key}
        method="post"
        action={`${base}/note`}
        className="note-form"
        preventScrollReset
        onInput={draft.onInput}
        onSubmit={draft.onSubmit}
      >
        <input type="hidden" name="back" value={back} />
        <label htmlFor="f-note">{t("deskWork.notes.label")}</label>
        <textarea
          ref={box}
          id="f-note"
          name="text"
          rows={2}
          dir="auto"
          required
          maxLength={4000}
          data-key="n"
          aria-keyshortcuts="n"
          aria-describedby="h-note"
        />
        <small id="h-note" className="quiet">
          {t("deskWork.notes.help")}
        </small>
        {colleagues.length === 0 ? null : (
          <span className="in-line">
            {colleagues.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className="act link"
                aria-label={t("deskWork.notes.mention", { name })}
                onClick={() => mention(name)}
              >
                @<bdi>{name}</bdi>
              </button>
            ))}
          </span>
        )}
        {other === null ? null : (
          <label className="pick">
            <input type="checkbox" name="shared" value="1" /> <span>{t("deskWork.notes.shared", { university: other })}</span>
          </label>
        )}
        <button type="submit" className="act plain">
          {t("deskWork.notes.add")} <Key>n</Key>
        </button>
      </Form>
    </Panel>
  )
}
