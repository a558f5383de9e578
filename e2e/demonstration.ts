import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { startServer } from "./server.ts"

const kept = path.resolve(import.meta.dirname, "../build/demonstration")
const note = path.join(kept, "made-by")

function buildNow(): string {
  return readFileSync(path.resolve(import.meta.dirname, "../build/sources.sha256"), "utf8")
}

/** Makes the demonstration's data once for a build, by starting the server on an empty folder. */
export async function makeDemonstration(): Promise<void> {
  if (existsSync(note) && readFileSync(note, "utf8") === buildNow()) return
  rmSync(kept, { recursive: true, force: true })
  const folder = mkdtempSync(path.join(path.dirname(kept), "demonstration-"))
  const server = await startServer({ dataDir: folder, startMs: 300_000 })
  await server.stop()
  writeFileSync(path.join(folder, "made-by"), buildNow())
  renameSync(folder, kept)
}

/** A folder of its own with the demonstration's data. */
export function copyDemonstration(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-e2e-"))
  cpSync(kept, folder, { recursive: true })
  return folder
}

/** Playwright's global setup. */
export default makeDemonstration

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await makeDemonstration()
