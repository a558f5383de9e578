// Fills in the enquiry form over kept connections, one enquiry at a time on each, every one by another person: prints
// how many were answered, in which time, and the p50 and p99 of an answer. Started by enquiries.ts as a process of its own.
import { Agent, request } from "node:http"

const [url = "", name = "", count = "0", connections = "8"] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })

function formOf(number: number): string {
  const form = new URLSearchParams({
    firstName: `Awa ${String.fromCharCode(97 + (number % 26))}`,
    lastName: "Diop",
    email: `${name}.${number}@post.example`,
    phone: "",
    country: "SN",
    birthYear: "2004",
    level: "bachelor",
    message: "Je voudrais connaître les bourses et les dates de la rentrée.",
    website: "",
    idempotencyKey: `${name}-${number}`,
    consent: "email",
  })
  form.append("fields", "computing")
  form.append("fields", "engineering")
  return form.toString()
}

function post(body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL("/fr/enquire", url),
      {
        method: "POST",
        agent,
        headers: {
          origin: url,
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume()
        response.on("end", () => {
          const isThanked = response.statusCode === 303 && /\/thanks\?ref=[^&]+&by=mail$/.test(response.headers.location ?? "")
          if (isThanked) resolve()
          else reject(new Error(`An enquiry was answered with ${response.statusCode}`))
        })
      },
    )
    asked.on("error", reject)
    asked.end(body)
  })
}

const took: number[] = []
let next = 0
const begun = performance.now()
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (next < Number(count)) {
      const body = formOf(next++)
      const asked = performance.now()
      await post(body)
      took.push(performance.now() - asked)
    }
  }),
)
const ms = performance.now() - begun
const sorted = took.toSorted((a, b) => a - b)
const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1))
console.log(JSON.stringify({ answered: took.length, perSecond: Math.round(took.length / (ms / 1000)), p50: at(0.5), p99: at(0.99) }))
agent.destroy()
