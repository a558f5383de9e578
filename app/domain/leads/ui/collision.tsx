import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import type { FormReply } from "#app/ui/sentence.ts"

/** What came between, and what the reader wanted: both in words, and the way to save theirs anyway. */
export type CollisionView = {
  /** Who of the staff; empty where it was nobody of them, or where nobody knows. */
  who: string
  /** When; empty where nobody knows. */
  at: string
  theirs: string
  mine: string
  /** What to post to save mine over it; null when there is no way from where it stands now. */
  again: Record<string, string> | null
}

/** What an answer to a step says of a collision; null when it says nothing of one. */
export function collisionOf(reply: (FormReply & { collision?: CollisionView }) | undefined): CollisionView | null {
  return reply?.collision ?? null
}

/** Two changed the same at once: both versions side by side, nothing lost, and who comes second decides. */
export function Collision({ collision, back }: { collision: CollisionView; back: string }) {
  const { t } = useTranslation()
  const { who, at, theirs, mine, again } = collision
  return (
    <section className="panel saffron wide collision" role="alert">
      <h2>{t("deskWork.collision.title")}</h2>
      <p>
        {at === ""
          ? t("deskWork.collision.textUnknown")
          : who === ""
            ? t("deskWork.collision.textNobody", { time: at })
            : t("deskWork.collision.text", { name: who, time: at })}
      </p>
      <div className="cols">
        <div>
          <h3>{t("deskWork.collision.theirs")}</h3>
          <p>{theirs}</p>
        </div>
        <div>
          <h3>{t("deskWork.collision.mine")}</h3>
          <p>{mine}</p>
        </div>
      </div>
      {again === null ? <p>{t("deskWork.collision.stageOver")}</p> : null}
      <div className="acts">
        {again === null ? null : (
          <Form method="post">
            {Object.entries({ ...again, back }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button type="submit" className="act go">
              {t("deskWork.collision.saveMine")}
            </button>
          </Form>
        )}
        <Link to={back} className="act plain">
          {t("deskWork.collision.keepTheirs")}
        </Link>
      </div>
    </section>
  )
}
