/*
 * What a tablet keeps: entries, each sealed, and beside them what has to be known before the PIN is typed. Every change is
 * one transaction that is on the disk before it is told to be done: a power cut loses nothing that was promised. Several windows
 * may hold the page open, so whatever a change depends on is looked at in that change.
 */

export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }
/**
 * The number of an entry is the order in which they came. `mend`: the server said what is missing in it. `unread`: the key of
 * this tablet does not open it.
 */
export type Kept = Sealed & { id: string; number: number; state: "waiting" | "mend" | "unread"; field: string; why: string }
export type Vault = Sealed & { salt: Uint8Array<ArrayBuffer>; rounds: number }
export type Wrong = { tries: number; until: number }

type Known = { vault: Vault; sent: number; wrong: Wrong; language: string }

const stores = ["entries", "known"] as const

let opening: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("rihla-kiosk", 1)
    request.addEventListener("upgradeneeded", () => {
      request.result.createObjectStore("entries", { keyPath: "id" })
      request.result.createObjectStore("known")
    })
    request.addEventListener("success", () => resolve(request.result))
    request.addEventListener("error", () => reject(request.error ?? new Error("No storage")))
  })
  return opening
}

const channel = new BroadcastChannel("rihla-kiosk")
let heard = () => {}

/** Calls after each change, whichever window made it. */
export function onChange(work: () => void): void {
  heard = work
  channel.addEventListener("message", work)
}

type Changing = {
  /** How many entries lie here, in any state. */
  entries(): Promise<number>
  entry(id: string): Promise<Kept | undefined>
  vault(): Promise<Vault | undefined>
  put(entry: Kept): void
  take(id: string): void
  know<Name extends keyof Known>(name: Name, value: Known[Name]): void
  /** So many more were taken by the server. Once in a change. */
  countSent(more: number): void
  empty(): void
}

/** All of it, or nothing. The work may wait for what it asks of the change, and for nothing else. */
export async function change<Value>(work: (changing: Changing) => Value | Promise<Value>): Promise<Value> {
  const transaction = (await database()).transaction(stores, "readwrite", { durability: "strict" })
  const [entries, known] = [transaction.objectStore("entries"), transaction.objectStore("known")]
  const isKept = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve())
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("Not kept")))
  })
  const changing: Changing = {
    entries: () => asked(entries.count()),
    entry: (id) => asked(entries.get(id)),
    vault: () => asked(known.get("vault")),
    put: (entry) => void entries.put(entry),
    take: (id) => void entries.delete(id),
    know: (name, value) => void known.put(value, name),
    countSent: (more) => {
      const request = known.get("sent")
      request.addEventListener("success", () => void known.put(Number(request.result ?? 0) + more, "sent"))
    },
    empty: () => {
      entries.clear()
      known.clear()
    },
  }
  const worked = async () => {
    try {
      return await work(changing)
    } catch (error) {
      transaction.abort()
      throw error
    }
  }
  const [value] = await Promise.all([worked(), isKept])
  heard()
  channel.postMessage("")
  return value
}

function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result))
    request.addEventListener("error", () => reject(request.error ?? new Error("Not read")))
  })
}

export async function known<Name extends keyof Known>(name: Name): Promise<Known[Name] | undefined> {
  const request: IDBRequest<Known[Name] | undefined> = (await database()).transaction("known").objectStore("known").get(name)
  return asked(request)
}

/** All that lies here, of one moment: the entries in the order they came, what opens them, and how many were sent. */
export async function look(): Promise<{ entries: Kept[]; vault: Vault | undefined; sent: number }> {
  const transaction = (await database()).transaction(stores)
  const [entries, known] = [transaction.objectStore("entries"), transaction.objectStore("known")]
  const all: IDBRequest<Kept[]> = entries.getAll()
  const [found, vault, sent] = await Promise.all([asked(all), asked(known.get("vault")), asked(known.get("sent"))])
  return { entries: found.sort((a, b) => a.number - b.number), vault, sent: Number(sent ?? 0) }
}
