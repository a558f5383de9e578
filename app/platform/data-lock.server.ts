import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

/** DATA_DIR is in use by a living process. */
export class DataDirLocked extends Error {}

/** Start of a process in clock ticks since boot; tells a reused pid from the process that wrote the lock. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null
  } catch {
    return null
  }
}

function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!hasCode(error, "EPERM")) return false
  }
  const now = startOf(pid)
  return now === null || start === "" || now === start
}

/**
 * Holds `dataDir` for this process: PGlite allows one process only. A lock left by a killed process is taken over.
 * @throws DataDirLocked when its holder is alive.
 */
export function lockDataDir(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, "lock")
  const mine = `${process.pid} ${startOf(process.pid) ?? ""}`
  for (let attempt = 0; attempt < 5; attempt++) {
    if (claim(file, mine)) {
      return {
        release() {
          if (readLock(file) === mine) rmSync(file, { force: true })
        },
      }
    }
    const held = readLock(file)
    if (held === null) continue
    const [pid = "", start = ""] = held.split(" ")
    if (/^[1-9]\d*$/.test(pid) && isAlive(Number(pid), start)) {
      throw new DataDirLocked(
        `The data folder ${dataDir} is in use by process ${pid}. Stop it first, or choose another folder with DATA_DIR.`,
      )
    }
    takeAway(file, held)
  }
  throw new DataDirLocked(`The data folder ${dataDir} could not be locked.`)
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code
}

function readLock(file: string): string | null {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null
    throw error
  }
}

/** Puts our lock in place, whole or not at all; false when there is one. */
function claim(file: string, mine: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Takes the dead lock away. Another process may have replaced it in between: a lock that is not the dead one goes back. */
function takeAway(file: string, dead: string) {
  const aside = `${file}.${process.pid}.dead`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (hasCode(error, "ENOENT")) return
    throw error
  }
  if (readLock(aside) !== dead) linkSync(aside, file)
  rmSync(aside, { force: true })
}
