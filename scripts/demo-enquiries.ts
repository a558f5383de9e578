// npm run demo:enquiries -- FILE: posts each line of a JSON lines file through the enquiry form of a running server
// (PUBLIC_URL, else http://HOST:PORT), and says where the outcome is not what the line expects.
import { readFileSync } from "node:fs"

type Value = string | number | null
type Line = { expect: "accepted" | "refused"; why?: string; locale: string } & Record<string, Value | Value[]>

const file = process.argv[2]
if (file === undefined) {
  console.error("Which file? npm run demo:enquiries -- FILE")
  process.exit(2)
}

const { PUBLIC_URL, HOST = "127.0.0.1", PORT = "3000" } = process.env
const origin = new URL(PUBLIC_URL ?? `http://${HOST}:${PORT}`).origin
const ofQuery = /^utm_/
const notSent = new Set(["expect", "why", "locale"])

/** The form as a browser would send it: each answer of a list is a field of its own, lone surrogates become U+FFFD. */
function formOf(line: Line): { body: URLSearchParams; query: URLSearchParams } {
  const body = new URLSearchParams()
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(line)) {
    if (notSent.has(name)) continue
    for (const one of Array.isArray(value) ? value : [value ?? null]) {
      const text = String(one ?? "")
      if (ofQuery.test(name)) {
        if (text !== "") query.append(name, text)
      } else body.append(name, text)
    }
  }
  return { body, query }
}

async function post(line: Line): Promise<string> {
  const { body, query } = formOf(line)
  const search = query.size === 0 ? "" : `?${query.toString()}`
  const response = await fetch(`${origin}/${line.locale}/enquire${search}`, {
    method: "POST",
    body,
    headers: { origin },
    redirect: "manual",
  })
  await response.arrayBuffer()
  if (response.status === 302 || response.status === 303) return "accepted"
  if (response.status === 400) return "refused"
  return `status ${response.status}`
}

const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((text) => text.trim() !== "")
  .map((text) => JSON.parse(text) as Line)

const counts: Record<string, number> = { accepted: 0, refused: 0 }
let differing = 0
for (const [index, line] of lines.entries()) {
  const outcome = await post(line).catch((error: Error) => {
    console.error(`Nothing answers at ${origin} (${error.message}). Start it with npm start, or name another by PUBLIC_URL.`)
    process.exit(2)
  })
  counts[outcome] = (counts[outcome] ?? 0) + 1
  if (outcome === line.expect) continue
  differing++
  console.log(`line ${index + 1}: expected ${line.expect}, got ${outcome}${line.why === undefined ? "" : ` (${line.why})`}`)
}

const summary = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`)
console.log(`${lines.length} enquiries: ${summary.join(", ")}; ${differing} other than expected`)
process.exit(differing === 0 ? 0 : 1)
