import { promisify } from "node:util"
import { type Entry, fromBuffer, type ZipFile } from "yauzl"

/*
 * Archives from strangers. Every entry is unpacked once into nothing and counted before anything reads it, so that what would
 * fill the memory is refused whatever its directory says.
 */

const mostEntries = 2_000
const mostBytes = 200 * 1024 * 1024
/** A sheet of words packs to a tenth, one of repeated words to a fiftieth; beyond this it was made to burst. */
const mostRatio = 200
const ratioCountsFrom = 16 * 1024 * 1024

export type Archive = {
  has(name: string): boolean
  /** What an entry unpacks to, as it is unpacked; throws for one that there is not. */
  open(name: string): Promise<AsyncIterable<Buffer>>
}

const openBuffer = promisify<Buffer, object, ZipFile>((buffer, options, callback) =>
  fromBuffer(buffer, options, (error, archive) => callback(error, archive)),
)

const openDirectory = (bytes: Uint8Array) =>
  openBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, autoClose: false })

const openEntry = (archive: ZipFile, entry: Entry) =>
  promisify<Entry, NodeJS.ReadableStream>((one, callback) => archive.openReadStream(one, (error, opened) => callback(error, opened)))(entry)

/** Opens what `mayUnpack` has let through. Throws for what is no archive. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const archive = await openDirectory(bytes)
  const entries = new Map<string, Entry>()
  for await (const entry of entriesOf(archive)) entries.set(entry.fileName, entry)
  return {
    has: (name) => entries.has(name),
    async open(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new Error(`The archive has no entry ${name}`)
      return (await openEntry(archive, entry)) as unknown as AsyncIterable<Buffer>
    },
  }
}

/** Unpacks every entry and keeps none; false as soon as there are too many, or too much comes out of too little. */
export async function mayUnpack(bytes: Uint8Array): Promise<boolean> {
  const archive = await openDirectory(bytes)
  if (archive.entryCount > mostEntries) return false
  const most = Math.min(mostBytes, Math.max(ratioCountsFrom, bytes.byteLength * mostRatio))
  let total = 0
  for await (const entry of entriesOf(archive)) {
    if (total + entry.uncompressedSize > most) return false
    for await (const part of await openEntry(archive, entry)) {
      total += part.length
      if (total > most) return false
    }
  }
  return true
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  const waiting: ((next: Entry | Error | null) => void)[] = []
  const answer = (next: Entry | Error | null) => waiting.shift()?.(next)
  archive.on("entry", (entry: Entry) => answer(entry))
  archive.on("end", () => answer(null))
  archive.on("error", (error: Error) => answer(error))
  for (;;) {
    const next = await new Promise<Entry | Error | null>((resolve) => {
      waiting.push(resolve)
      archive.readEntry()
    })
    if (next === null) return
    if (next instanceof Error) throw next
    yield next
  }
}
