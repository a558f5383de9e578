import { type ChildProcess, spawn } from "node:child_process"
import { createServer } from "node:net"
import path from "node:path"

/** The built server as a process of its own, as `npm start` runs it. */
export type Server = {
  url: string
  pid: number
  /** What it has written so far. */
  output(): string
  /** Ends it as an operator would: it drains, then closes. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

export type ServerOptions = { port?: number; dataDir: string; env?: Record<string, string>; startMs?: number }

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const address = probe.address()
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  if (address === null || typeof address === "string") throw new Error("No port is free")
  return address.port
}

/** Starts the built server and waits until it is well. */
export async function startServer({ port, dataDir, env = {}, startMs = 120_000 }: ServerOptions): Promise<Server> {
  const chosen = port ?? (await freePort())
  const url = `http://127.0.0.1:${chosen}`
  const child = spawn(process.execPath, ["build/server/index.js"], {
    cwd: path.resolve(import.meta.dirname, ".."),
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(chosen),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      DEMO: "1",
      LOG_LEVEL: "warn",
      ...env,
    },
  })
  let output = ""
  const isUp = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start in time:\n${output}`)), startMs)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes("Rihla is at")) return
      clearTimeout(late)
      resolve()
    }
    child.stdout.on("data", read)
    child.stderr.on("data", read)
    child.once("exit", (code) => {
      clearTimeout(late)
      reject(new Error(`The server ended with ${code}:\n${output}`))
    })
  })
  try {
    await isUp
  } catch (error) {
    child.kill("SIGKILL")
    throw error
  }
  return { url, pid: child.pid ?? 0, output: () => output, stop: () => endWith(child, "SIGTERM"), kill: () => endWith(child, "SIGKILL") }
}

async function endWith(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  child.kill(signal)
  await ended
}
