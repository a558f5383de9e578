import { createHash } from "node:crypto"
import path from "node:path"
import { createFsFileStorage } from "@remix-run/file-storage/fs"

/** Files of people, by the thing they belong to and the hash of what is in them. */
export type Storage = {
  /** Keeps a file; the same bytes for the same thing are kept once. Returns its key. */
  put(thing: { name: string; id: string }, file: File): Promise<string>
  /** The file under the key, with its type and name as it came, read from where it lies as it is asked for; null when there is none. */
  get(key: string): Promise<File | null>
  remove(key: string): Promise<void>
}

const keyForm = /^[a-z]+(?:-[a-z]+)*\/[0-9a-f-]{36}\/[0-9a-f]{64}$/

/** Files on disk, below DATA_DIR. The names on disk are hashes of the keys, so no key can point outside. */
export function openStorage(dataDir: string): Storage {
  const files = createFsFileStorage(path.join(dataDir, "files"))
  return {
    async put(thing, file) {
      const hash = createHash("sha256")
      for await (const part of file.stream()) hash.update(part)
      const key = checked(`${thing.name}/${thing.id}/${hash.digest("hex")}`)
      if (!(await files.has(key))) await files.set(key, file)
      return key
    },
    async get(key) {
      return files.get(checked(key))
    },
    remove: async (key) => files.remove(checked(key)),
  }
}

/** A key that we did not make is a bug or an attack, and reaches no disk. */
function checked(key: string): string {
  if (!keyForm.test(key)) throw new Error("This is not the key of a file")
  return key
}
