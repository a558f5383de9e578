import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openStorage } from "./storage.server.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rihla-files-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const application = { name: "application", id: "01938f00-0000-7000-8000-000000000001" }
const other = { name: "application", id: "01938f00-0000-7000-8000-000000000002" }
const transcript = () => new File(["relevé de notes"], "relevé.pdf", { type: "application/pdf" })

test("a file comes back with its bytes, its name and its type", async () => {
  const storage = openStorage(folder)
  const key = await storage.put(application, transcript())
  const kept = await openStorage(folder).get(key)
  expect(await kept?.text()).toBe("relevé de notes")
  expect(kept).toMatchObject({ name: "relevé.pdf", type: "application/pdf" })
})

test("the same bytes have the same key for one thing, and another key for another thing", async () => {
  const storage = openStorage(folder)
  const first = await storage.put(application, transcript())
  expect(await storage.put(application, transcript())).toBe(first)
  const second = await storage.put(other, transcript())
  expect(second).not.toBe(first)
  await storage.remove(first)
  expect(await storage.get(first)).toBeNull()
  expect(await (await storage.get(second))?.text()).toBe("relevé de notes")
})

test("removing a file twice does no harm", async () => {
  const storage = openStorage(folder)
  const key = await storage.put(application, transcript())
  await storage.remove(key)
  await storage.remove(key)
  expect(await storage.get(key)).toBeNull()
})

test.each(["../../secret", "/etc/passwd", "application/../../x", `application/${application.id}/..%2f`, ""])(
  "no key reaches outside the folder: %j",
  async (key) => {
    const storage = openStorage(folder)
    await expect(storage.get(key)).rejects.toThrow("not the key")
    await expect(storage.remove(key)).rejects.toThrow("not the key")
    await expect(storage.put({ name: key, id: application.id }, transcript())).rejects.toThrow("not the key")
    expect(readdirSync(folder)).toEqual(["files"])
    expect(existsSync(path.join(folder, "..", "secret"))).toBe(false)
  },
)
