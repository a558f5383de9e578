import { change, type Kept, look, type Vault } from "#app/enhance/kiosk/store.ts"
import { seal, unseal } from "#app/enhance/kiosk/vault.ts"

/** What the server told the tablet when it was opened. */
export type Tablet = {
  number: number
  token: string
  tag: string
  passKey: string
  publicUrl: string
  event: { title: Record<string, string>; country: string; owner: "AUI" | "UM6P" | "JOINT" }
}

/** What the PIN has opened. The salt tells its vault from that of another set-up. */
export type Session = { key: CryptoKey; salt: Vault["salt"]; tablet: Tablet }

export type Entry = {
  id: string
  pass: string
  language: string
  madeAt: string
  fields: Record<string, string[]>
  shown: Record<string, string>
}

/** `other`: another set-up has taken the place of this one. `held`: the server was reached, and could not take all. */
export type Sent = "all" | "offline" | "ended" | "other" | "held"

const mostEntries = 20

/** Whether this tablet is still what the session has opened. */
export const isOf = ({ salt }: Session, vault: Vault | undefined) => String(vault?.salt) === String(salt)

/**
 * Keeps an entry, sealed. `other`: the tablet was set up anew meanwhile, and nothing would open it. `gone`: what was to be
 * mended has been mended in another window. Neither keeps anything.
 */
export async function keepEntry(session: Session, entry: Entry, isMended: boolean): Promise<"kept" | "other" | "gone"> {
  const sealed = await seal(session.key, entry.id, entry)
  return change(async ({ vault, entry: kept, put }) => {
    if (!isOf(session, await vault())) return "other"
    if (isMended && (await kept(entry.id))?.state !== "mend") return "gone"
    put({ ...sealed, id: entry.id, number: Date.parse(entry.madeAt), state: "waiting", field: "", why: "" })
    return "kept"
  })
}

/** The entry, or null when this tablet cannot read it. */
async function readEntry({ key }: Session, kept: Kept): Promise<Entry | null> {
  try {
    return (await unseal(key, kept.id, kept)) as Entry
  } catch {
    return null
  }
}

/** Those of them that this tablet can read. The others are set apart, where they hold nothing up. */
export async function readEntries(session: Session, kept: readonly Kept[]): Promise<Entry[]> {
  const read = await Promise.all(kept.map((one) => readEntry(session, one)))
  const others = kept.filter((_, at) => read[at] === null)
  if (others.length > 0) {
    const setting = change(async ({ vault, put }) => {
      if (isOf(session, await vault())) for (const one of others) put({ ...one, state: "unread" })
    })
    // Where there is no room for this either, they are met again at the next sending.
    await setting.catch(() => {})
  }
  return read.filter((entry) => entry !== null)
}

/** Takes off the tablet what it cannot read. Each is tried once more: what can be read after all waits again. */
export async function dropUnread(session: Session): Promise<void> {
  const unread = (await look()).entries.filter(({ state }) => state === "unread")
  const read = await Promise.all(unread.map((one) => readEntry(session, one)))
  await change(async ({ vault, put, take }) => {
    if (!isOf(session, await vault())) return
    for (const [at, one] of unread.entries()) {
      if (read[at] === null) take(one.id)
      else put({ ...one, state: "waiting" })
    }
  })
}

type Answer = { results: { id: string; isTaken: boolean; field?: string; why?: string }[] }

/**
 * Sends what waits, twenty at a time. An entry leaves the tablet when the server has said that it has it, in the same
 * change that counts it as sent; what was cut off before is sent again, and the server takes each id once. An entry about which
 * the server says nothing waits, and those behind it are sent.
 */
export function sendAll(session: Session, language: string): Promise<Sent> {
  return navigator.locks.request("rihla-kiosk-send", async () => {
    const met = new Set<string>()
    let outcome: Sent = "all"
    for (;;) {
      const { entries: lying, vault } = await look()
      if (!isOf(session, vault)) return "other"
      const kept = lying.filter(({ id, state }) => state === "waiting" && !met.has(id)).slice(0, mostEntries)
      if (kept.length === 0) return outcome
      for (const { id } of kept) met.add(id)
      const entries = await readEntries(session, kept)
      if (entries.length === 0) continue
      const response = await fetch("/api/kiosk/entries", {
        method: "POST",
        headers: { "content-type": "application/json", "accept-language": language, authorization: `Bearer ${session.tablet.token}` },
        body: JSON.stringify({ entries }),
      }).catch(() => null)
      if (response?.status === 401) return "ended"
      // A network that wants something of its own first answers in the place of the server.
      const answer: Answer | null = response?.ok === true ? await response.json().catch(() => null) : null
      if (answer === null) return response === null || response.ok ? "offline" : "held"
      const asked = new Set(entries.map(({ id }) => id))
      const results = new Map(answer.results.map((result) => [result.id, result]))
      await change(({ take, countSent, put }) => {
        let taken = 0
        for (const one of kept.filter(({ id }) => asked.has(id))) {
          const result = results.get(one.id)
          if (result === undefined) outcome = "held"
          else if (result.isTaken) {
            take(one.id)
            taken++
          } else put({ ...one, state: "mend", field: result.field ?? "", why: result.why ?? "" })
        }
        countSent(taken)
      })
    }
  })
}
