import type { Language } from "#app/locales/languages.ts"
import { keyOf, type Permitted, type SubscriptionKey } from "./subscriptions.ts"

/** A row of the ledger. Only what closes it is ever written to it, and its waking. */
export type LedgerRow = Permitted & {
  givenAt: Date
  awakeAt: Date | null
  withdrawnAt: Date | null
  withdrawnHow: string | null
  expiredAt: Date | null
  expiredWhy: string | null
  source: string
  language: Language
  textShown: string
}

export type LedgerMoment = {
  at: Date
  kind: "given" | "woken" | "withdrawn" | "expired"
  /** Where it was given, how it was withdrawn, why it ended: a code. */
  how: string
  keys: SubscriptionKey[]
  /** What was read when it was given, each text once. */
  texts: { text: string; language: Language }[]
}

/** Whether a yes still stands; it may sleep. */
export function isLiving({ withdrawnAt, expiredAt }: Pick<LedgerRow, "withdrawnAt" | "expiredAt">): boolean {
  return withdrawnAt === null && expiredAt === null
}

/**
 * What was said and when, the latest first: what happened in one act is one moment. What a merge of two persons has closed is
 * none, because nobody has said it.
 */
export function historyOf(rows: readonly LedgerRow[]): LedgerMoment[] {
  const moments = new Map<string, LedgerMoment>()
  const add = (kind: LedgerMoment["kind"], at: Date | null, how: string, row: LedgerRow) => {
    if (at === null) return
    const id = `${kind} ${at.getTime()} ${how}`
    const moment = moments.get(id) ?? { at, kind, how, keys: [], texts: [] }
    moments.set(id, moment)
    const key = keyOf(row)
    if (!moment.keys.includes(key)) moment.keys.push(key)
    if (kind === "given" && !moment.texts.some(({ text }) => text === row.textShown))
      moment.texts.push({ text: row.textShown, language: row.language })
  }
  for (const row of rows) {
    add("given", row.givenAt, row.source, row)
    // What was given at a proved address holds at once: nothing woke it.
    if (row.awakeAt !== null && row.awakeAt > row.givenAt) add("woken", row.awakeAt, "", row)
    if (row.withdrawnHow !== "merge") add("withdrawn", row.withdrawnAt, row.withdrawnHow ?? "", row)
    add("expired", row.expiredAt, row.expiredWhy ?? "", row)
  }
  return [...moments.values()].sort((a, b) => b.at.getTime() - a.at.getTime() || order.indexOf(b.kind) - order.indexOf(a.kind))
}

const order = ["given", "woken", "withdrawn", "expired"] as const
