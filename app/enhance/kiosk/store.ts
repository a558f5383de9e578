/*
 * What a tablet keeps: entries, each sealed, and beside them what has to be known before the PIN is typed. Every change is
 * one transaction that is on the disk before it is told to be done: a power cut loses nothing that was promised.
 */

export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }
/** The number of an entry is the order in which they came. `mend`: the server said what is missing in it. */
export type Kept = Sealed & { id: string; number: number; state: "waiting" | "mend"; field: string; why: string }
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

type Changing = {
  put(entry: Kept): void
  take(id: string): void
  know<Name extends keyof Known>(name: Name, value: Known[Name]): void
  /** So many more were taken by the server. Once in a change. */
  countSent(more: number): void
  empty(): void
}

/** All of it, or nothing. */
export async function change(work: (changing: Changing) => void): Promise<void> {
  const transaction = (await database()).transaction(stores, "readwrite", { durability: "strict" })
  const [entries, known] = [transaction.objectStore("entries"), transaction.objectStore("known")]
  work({
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
  })
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve())
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("Not kept")))
  })
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

/** The entries in one state, in the order they came. */
export async function entriesIn(state: Kept["state"]): Promise<Kept[]> {
  const request: IDBRequest<Kept[]> = (await database()).transaction("entries").objectStore("entries").getAll()
  return (await asked(request)).filter((entry) => entry.state === state).sort((a, b) => a.number - b.number)
}
