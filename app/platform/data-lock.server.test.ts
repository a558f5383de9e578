import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync, existsSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { DataDirLocked, lockDataDir } from "./data-lock.server.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rihla-lock-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lockFile = () => path.join(folder, "lock")

/** Another process that takes the lock and says so. */
async function holder() {
  const file = path.resolve("app/platform/data-lock.server.ts")
  const script = `import(${JSON.stringify(file)}).then(({ lockDataDir }) => { lockDataDir(${JSON.stringify(folder)}); console.log("held"); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve())
    child.once("exit", (code) => reject(new Error(`The holder ended with ${code}`)))
  })
  return {
    pid: child.pid,
    kill: () =>
      new Promise<void>((resolve) => {
        child.removeAllListeners("exit")
        child.once("exit", () => resolve())
        child.kill("SIGKILL")
      }),
  }
}

test("a folder that a living process holds is refused, and the process is named", async () => {
  const other = await holder()
  try {
    expect(() => lockDataDir(folder)).toThrow(DataDirLocked)
    expect(() => lockDataDir(folder)).toThrow(`in use by process ${other.pid}`)
  } finally {
    await other.kill()
  }
})

test("the lock of a killed process is taken over", async () => {
  const other = await holder()
  await other.kill()
  expect(existsSync(lockFile())).toBe(true)
  const lock = lockDataDir(folder)
  expect(readFileSync(lockFile(), "utf8")).toMatch(new RegExp(`^${process.pid} `))
  lock.release()
  expect(existsSync(lockFile())).toBe(false)
})

test("a pid that another process has now does not keep the folder locked", () => {
  writeFileSync(lockFile(), `${process.pid} 1`)
  expect(() => lockDataDir(folder).release()).not.toThrow()
})

test("a lock that was cut off while it was written is taken over", () => {
  writeFileSync(lockFile(), "")
  expect(() => lockDataDir(folder).release()).not.toThrow()
})

test("releasing leaves the lock of somebody else alone", () => {
  const lock = lockDataDir(folder)
  writeFileSync(lockFile(), "1 1")
  lock.release()
  expect(existsSync(lockFile())).toBe(true)
})
