import { spawn } from "node:child_process"
import path from "node:path"

export type Vendor = {
  url: string
  count(): Promise<{ people: number; twice: number; refused: number }>
  limit(perSecond: number): Promise<void>
  stop(): void
}

/** Starts the mail vendor that only counts (mail-vendor.ts), as a process of its own. */
export async function startVendor(): Promise<Vendor> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "mail-vendor.ts")], { stdio: ["ignore", "pipe", "inherit"] })
  const port = await new Promise<string>((resolve) => child.stdout.once("data", (part: Buffer) => resolve(part.toString().trim())))
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    count: async () => (await (await fetch(`${url}/count`)).json()) as { people: number; twice: number; refused: number },
    limit: async (next) => void (await fetch(`${url}/limit?perSecond=${next}`, { method: "POST" })),
    stop: () => void child.kill(),
  }
}
