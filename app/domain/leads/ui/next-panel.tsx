import { useTranslation } from "react-i18next"
import { VerbButton, VerbLink } from "#app/ui/desk-parts.tsx"
import type { TaskView } from "./work-words.ts"

type Props = {
  answer: { text: string; detail: string; isLate: boolean } | null
  asleep: string | null
  tasks: readonly TaskView[]
  finished: readonly TaskView[]
  /** Who looks after the lead; empty when nobody does. */
  owner: string
  base: string
  back: string
  search: string
}

/** What is next, until when, and who does it: the first thing an officer reads of a lead. */
export function NextPanel({ answer, asleep, tasks, finished, owner, base, back, search }: Props) {
  const { t } = useTranslation()
  const [next, ...later] = tasks
  return (
    <section className={`next-step ${answer?.isLate || next?.isLate ? "late" : ""}`} aria-label={t("deskWork.next.title")}>
      {answer === null ? null : (
        <p>
          <b className={answer.isLate ? "tag late" : "tag amber"}>{answer.text}</b> <span className="quiet">{answer.detail}</span>
        </p>
      )}
      {asleep === null ? null : (
        <div className="in-line">
          <span>{asleep}</span>{" "}
          <VerbButton action={`${base}/wake`} back={back} look="link">
            {t("deskWork.sleep.wake")}
          </VerbButton>
        </div>
      )}
      <h2>{t("deskWork.next.title")}</h2>
      {next === undefined ? (
        <p className="quiet">{t("deskWork.next.none")}</p>
      ) : (
        <TaskLine task={next} owner={owner} base={base} back={back} search={search} isFirst />
      )}
      {later.length === 0 ? null : (
        <>
          <h3>{t("deskWork.next.later")}</h3>
          <ul className="plain-list">
            {later.map((task) => (
              <li key={task.id}>
                <TaskLine task={task} owner={owner} base={base} back={back} search={search} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="in-line">
        <VerbLink to={`${base}/task${search}`} hotkey="p">
          {t(next === undefined ? "deskWork.next.add" : "deskWork.next.addMore")}
        </VerbLink>
      </p>
      {finished.length === 0 ? null : (
        <details>
          <summary>{t("deskWork.next.finished")}</summary>
          <ul className="plain-list">
            {finished.map((task) => (
              <li key={task.id}>
                <bdi>{task.text}</bdi> <span className="quiet">{task.done}</span>{" "}
                <VerbButton
                  action={`${base}/task-done`}
                  back={back}
                  values={{ task: task.id, done: "" }}
                  look="link"
                  label={`${t("deskWork.next.undone")}: ${task.text}`}
                >
                  {t("deskWork.next.undone")}
                </VerbButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type LineProps = { task: TaskView; owner: string; base: string; back: string; search: string; isFirst?: boolean }

function TaskLine({ task, owner, base, back, search, isFirst = false }: LineProps) {
  const { t } = useTranslation()
  const who = task.who === "" ? owner : task.who
  return (
    <div className={isFirst ? "task first" : "task"}>
      <bdi className="what">{task.text}</bdi> <span className={task.isLate ? "tag late" : "quiet"}>{task.due}</span>{" "}
      <span className="quiet">
        · <bdi>{who === "" ? t("deskWork.next.byOwner") : who}</bdi>
      </span>
      <span className="in-line">
        <VerbButton
          action={`${base}/task-done`}
          back={back}
          values={{ task: task.id, done: "1" }}
          look={isFirst ? "plain" : "link"}
          label={isFirst ? undefined : `${t("deskWork.next.done")}: ${task.text}`}
          {...(isFirst ? { hotkey: "d" } : {})}
        >
          {t("deskWork.next.done")}
        </VerbButton>
        <VerbLink
          to={`${base}/task/${task.id}${search}`}
          label={isFirst ? undefined : `${t("deskWork.next.change")} ${task.text}`}
          {...(isFirst ? { hotkey: "e" } : {})}
        >
          {t("deskWork.next.change")}
        </VerbLink>
      </span>
    </div>
  )
}
