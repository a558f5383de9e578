import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { get } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { copyDemonstration, makeDemonstration } from "../demonstration.ts"
import { startServer } from "../server.ts"
import { median, type Report } from "./report.ts"

/*
 * How many answers a second one process gives: a public page from memory, "you have it already", and a page rendered
 * each time; each beside bare node:http giving the same bytes, in turns of two seconds after one turn to warm up. A ratio
 * is the median of those of neighbouring turns: a machine that others work on is slow for both of them.
 */

const rounds = 7
const seconds = 2
const here = import.meta.dirname

type Answer = { status: number; headers: Record<string, string>; body: string }

function answerOf(url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // A line of its own: a kept one may be just closing after the turns.
    get(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on("data", (part: Buffer) => parts.push(part))
      response.on("end", () => {
        const kept = Object.entries(response.headers).filter(
          ([name]) => !["date", "connection", "keep-alive", "transfer-encoding"].includes(name),
        )
        const body = Buffer.concat(parts)
        const own = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
        // A page rendered for one reader is sent in pieces; the bare server gives the same bytes with their length.
        if (response.statusCode !== 304) own["content-length"] = String(body.length)
        resolve({ status: response.statusCode ?? 0, headers: own, body: body.toString("base64") })
      })
    }).on("error", reject)
  })
}

async function startBare(answer: Answer, folder: string): Promise<{ port: string; child: ChildProcess }> {
  const file = path.join(folder, `bare-${answer.status}-${answer.body.length}.json`)
  writeFileSync(file, JSON.stringify(answer))
  const child = spawn(process.execPath, [path.join(here, "bare-server.ts"), file], { stdio: ["ignore", "pipe", "inherit"] })
  const port = await new Promise<string>((resolve) => child.stdout.once("data", (part: Buffer) => resolve(part.toString().trim())))
  return { port, child }
}

/** Answers per second, as a process beside this one counts them. */
function load(port: string, address: string, headers: Record<string, string>, connections: number): number {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const result = spawnSync(
    process.execPath,
    [path.join(here, "load.ts"), port, address, lines.join(""), String(seconds), String(connections)],
    { encoding: "utf8" },
  )
  if (result.status !== 0) throw new Error(result.stderr)
  return Number(result.stdout.trim())
}

export async function measureServe(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-bench-"))
  // Made before and by another process: a server that has just made it still has its mails and jobs to do.
  await makeDemonstration()
  const dataDir = copyDemonstration()
  const server = await startServer({ dataDir, env: { LOG_LEVEL: "error" } })
  const { port } = new URL(server.url)
  try {
    const coded = { "accept-encoding": "br" }
    await answerOf(`${server.url}/fr`, coded)
    const { headers } = await answerOf(`${server.url}/fr`, coded)
    const kinds = [
      { name: "cached page", address: "/fr", headers: coded, connections: 32, least: 0.8 },
      { name: "not modified", address: "/fr", headers: { ...coded, "if-none-match": headers["etag"] ?? "" }, connections: 32, least: null },
      { name: "page rendered each time", address: "/fr/apply/sign-in", headers: {}, connections: 8, least: null },
    ]
    for (const kind of kinds) {
      const answer = await answerOf(`${server.url}${kind.address}`, kind.headers)
      if (answer.status >= 400) throw new Error(`${kind.address} answers ${answer.status}`)
      const bare = await startBare(answer, folder)
      const ours: number[] = []
      const theirs: number[] = []
      const ratios: number[] = []
      try {
        for (let round = 0; round <= rounds; round++) {
          const [own, their] = [port, bare.port].map((one) => load(one, kind.address, kind.headers, kind.connections))
          if (round === 0 || own === undefined || their === undefined) continue
          ours.push(own)
          theirs.push(their)
          ratios.push(own / their)
        }
      } finally {
        bare.child.kill()
      }
      report.say(kind.name, median(ours), "answers/s")
      report.say(`${kind.name}, bare node:http`, median(theirs), "answers/s")
      const ratio = Number(median(ratios).toFixed(3))
      report.say(`${kind.name}, ratio`, ratio, "of bare", kind.least === null ? undefined : { least: kind.least })
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}
