import type { TFunction } from "i18next"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import type { Language } from "#app/locales/languages.ts"
import { clockText, dayText, momentText } from "#app/ui/desk-dates.ts"
import { workingMinutes } from "../answer-clock.ts"
import type { LeadWork } from "../lead-work-queries.server.ts"

/* The work on a lead in words of its reader, ready for the panels: dates are written on the server. */

type Reader = { t: TFunction; language: Language; now: Date }
type Awaited = { id: string; name: unknown; expectedOn: Date | null; isConfirmed: boolean }

/** By when an answer is due, and how many working hours are left or over; null when nobody waits for one. */
export function answerWords({ t, language, now }: Reader, dueAt: Date | null, clock: LeadWork["clock"]) {
  if (dueAt === null) return null
  const isLate = dueAt < now
  const hours = Math.floor(workingMinutes(clock, isLate ? dueAt : now, isLate ? now : dueAt) / 60)
  const detail = isLate
    ? hours === 0
      ? t("deskWork.answer.just")
      : t("deskWork.answer.over", { count: hours })
    : hours === 0
      ? t("deskWork.answer.soon")
      : t("deskWork.answer.left", { count: hours })
  return { text: t(isLate ? "deskWork.answer.late" : "deskWork.answer.due", { date: momentText(dueAt, language) }), detail, isLate }
}

/** Until when a lead sleeps, and for what; null when it is awake. */
export function sleepWords({ t, language, now }: Reader, until: Date | null, event: { name: unknown } | null): string | null {
  if (until === null || until <= now) return null
  return event === null
    ? t("deskWork.sleep.asleep", { date: momentText(until, language) })
    : t("deskWork.sleep.waitsFor", { name: textIn(language, event.name), date: dayText(until, language) })
}

/** An awaited event as a list offers it: its name, and its day with its standing. */
export function awaitedWords({ t, language }: Pick<Reader, "t" | "language">, event: Awaited): string {
  const day =
    event.expectedOn === null
      ? t("deskWork.sleep.unknownDay")
      : t("deskWork.sleep.expected", { date: dayText(event.expectedOn, language, "UTC") })
  return [textIn(language, event.name), day, event.isConfirmed ? null : t("deskWork.sleep.toConfirm")]
    .filter((part) => part !== null)
    .join(" · ")
}

/** Who has changed what somebody else was about to change, and when, for `Collision`. */
export function changeWords(change: { name: string | null; at: Date } | null, language: Language): { who: string; at: string } {
  return { who: change?.name ?? "", at: change === null ? "" : clockText(change.at, language) }
}

/** A task in words; `who` is empty when whoever looks after the lead does it. */
export function taskWords({ t, language, now }: Reader, task: LeadWork["tasks"][number], names: LeadWork["names"]) {
  const isLate = task.dueAt !== null && task.dueAt < now
  return {
    id: task.id,
    text: task.text,
    isLate,
    due:
      task.dueAt === null
        ? t("deskWork.next.open")
        : t(isLate ? "deskWork.next.late" : "deskWork.next.until", { date: momentText(task.dueAt, language) }),
    who: task.ownerId === null ? "" : (names.get(task.ownerId) ?? ""),
    done:
      task.doneAt === null
        ? ""
        : t("deskWork.next.doneBy", { name: names.get(task.doneById ?? "") ?? "", date: momentText(task.doneAt, language) }),
  }
}

export type TaskView = ReturnType<typeof taskWords>

/** The notes of one's own university and those that the other shares. */
export function noteWords({ t, language }: Reader, work: LeadWork, reader: { personId: string; university: string; isHead: boolean }) {
  return work.notes.map((note) => {
    const isOwn = note.university === reader.university
    const university = t(`common.universityShort.${note.university}`)
    return {
      id: note.id,
      text: note.text,
      author: `${note.author.givenName} ${note.author.familyName}`.trim(),
      at: momentText(note.createdAt, language),
      isOwn,
      isShared: note.isShared,
      standing: !isOwn
        ? t("deskWork.notes.sharedBy", { university })
        : note.isShared && work.other !== null
          ? t("deskWork.notes.isShared", { university: t(`common.universityShort.${work.other}`) })
          : "",
      mayShare: isOwn && (note.authorId === reader.personId || reader.isHead) && (note.isShared || work.other !== null),
      told: note.mentions.map(({ personId }) => work.names.get(personId) ?? "").filter((name) => name !== ""),
      isForReader: note.mentions.some(({ personId, readAt }) => personId === reader.personId && readAt === null),
    }
  })
}

export type LeadNoteView = ReturnType<typeof noteWords>[number]
