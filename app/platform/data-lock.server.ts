import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
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
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false
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
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: "wx" })
      return {
        release() {
          try {
            if (readFileSync(file, "utf8") === mine) rmSync(file)
          } catch {
            // Already gone: nothing holds the folder any more.
          }
        },
      }
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
    }
    const [pid = "", start = ""] = readFileSync(file, "utf8").split(" ")
    if (isAlive(Number(pid), start)) {
      throw new DataDirLocked(
        `The data folder ${dataDir} is in use by process ${pid}. Stop it first, or choose another folder with DATA_DIR.`,
      )
    }
    rmSync(file, { force: true })
  }
  throw new DataDirLocked(`The data folder ${dataDir} could not be locked.`)
}
