import { change, entriesIn, type Kept } from "#app/enhance/kiosk/store.ts"
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

export type Session = { key: CryptoKey; tablet: Tablet }

export type Entry = {
  id: string
  pass: string
  language: string
  madeAt: string
  fields: Record<string, string[]>
  shown: Record<string, string>
}

export type Sent = "all" | "offline" | "ended"

const mostEntries = 20

/** Keeps an entry, sealed. */
export async function keepEntry({ key }: Session, entry: Entry): Promise<void> {
  const sealed = await seal(key, entry.id, entry)
  await change(({ put }) => put({ ...sealed, id: entry.id, number: Date.parse(entry.madeAt), state: "waiting", field: "", why: "" }))
}

export async function readEntry({ key }: Session, kept: Kept): Promise<Entry> {
  return (await unseal(key, kept.id, kept)) as Entry
}

/**
 * Sends what waits, twenty at a time. An entry leaves the tablet when the server has said that it has it, in the same
 * change that counts it as sent; what was cut off before is sent again, and the server takes each id once.
 */
export function sendAll(session: Session, language: string): Promise<Sent> {
  return navigator.locks.request("rihla-kiosk-send", async () => {
    for (;;) {
      const kept = (await entriesIn("waiting")).slice(0, mostEntries)
      if (kept.length === 0) return "all"
      const entries = await Promise.all(kept.map((one) => readEntry(session, one)))
      const response = await fetch("/api/kiosk/entries", {
        method: "POST",
        headers: { "content-type": "application/json", "accept-language": language, authorization: `Bearer ${session.tablet.token}` },
        body: JSON.stringify({ entries }),
      }).catch(() => null)
      if (response?.status === 401) return "ended"
      if (!response?.ok) return "offline"
      const { results }: { results: { id: string; isTaken: boolean; field?: string; why?: string }[] } = await response.json()
      const taken = new Set(results.flatMap(({ id, isTaken }) => (isTaken ? [id] : [])))
      await change(({ take, countSent, put }) => {
        for (const one of kept) {
          const result = results.find(({ id }) => id === one.id)
          if (taken.has(one.id)) take(one.id)
          else put({ ...one, state: "mend", field: result?.field ?? "", why: result?.why ?? "" })
        }
        countSent(taken.size)
      })
    }
  })
}
