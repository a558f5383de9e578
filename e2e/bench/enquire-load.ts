// Fills in the enquiry form over kept connections, one enquiry at a time on each, every one by another person: prints
// how many were answered, in which time, and the p50 and p99 of an answer. Started by enquiries.ts as a process of its own.
// With a rate somebody comes so many times a second, whether those before are answered or not, and an answer is timed from
// when they came; without one the next comes when a connection is free, and is timed from then.
// It writes to sockets, and everything it sends is made before the clock runs: the machine is shared with what it measures.
import { connect } from "node:net"
import { chanceFrom, someName } from "../../prisma/seed/names.ts"

const [address = "", name = "", count = "0", connections = "8", rate = "0"] = process.argv.slice(2)
const apartMs = Number(rate) === 0 ? 0 : 1000 / Number(rate)
const url = new URL(address)

// People of one country, as after a fair there: many names are alike, and few people have the same one.
const chance = chanceFrom(Number.parseInt(name.replace(/\D/g, "") || "0", 10) + 1)

function requestOf(number: number): Buffer {
  const { givenName, familyName } = someName("SN", chance)
  const form = new URLSearchParams({
    firstName: `${givenName} ${someName("SN", chance).givenName}`,
    lastName: familyName,
    email: `${name}.${number}@post.example`,
    phone: "",
    country: "SN",
    birthYear: String(1999 + Math.floor(chance() * 10)),
    level: "bachelor",
    message: "Je voudrais connaître les bourses et les dates de la rentrée.",
    website: "",
    idempotencyKey: `${name}-${number}`,
    consent: "email",
  })
  form.append("fields", "computing")
  form.append("fields", "engineering")
  const body = form.toString()
  const head = [
    "POST /fr/enquire HTTP/1.1",
    `Host: ${url.host}`,
    `Origin: ${url.origin}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`)
}

/** The head of an answer that has come whole; null while some of it is on its way. */
function headOf(answer: string): string | null {
  const end = answer.indexOf("\r\n\r\n")
  if (end === -1) return null
  const head = answer.slice(0, end)
  const body = answer.slice(end + 4)
  if (/\r\ntransfer-encoding: chunked/i.test(head)) return body.endsWith("0\r\n\r\n") ? head : null
  return body.length >= Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0) ? head : null
}

const requests = Array.from({ length: Number(count) }, (_, number) => requestOf(number))
const took: number[] = []
let next = 0
const begun = performance.now()
await Promise.all(
  Array.from(
    { length: Number(connections) },
    () =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(Number(url.port), url.hostname)
        socket.setNoDelay(true)
        socket.setEncoding("latin1")
        let asked = 0
        let answer = ""
        const ask = () => {
          const number = next++
          const request = requests[number]
          if (request === undefined) {
            socket.destroy()
            return resolve()
          }
          answer = ""
          const now = performance.now()
          const comesAt = apartMs === 0 ? now : begun + number * apartMs
          asked = comesAt
          if (comesAt <= now) socket.write(request)
          else setTimeout(() => socket.write(request), comesAt - now)
        }
        socket.on("error", reject)
        socket.on("close", () => reject(new Error("A connection was closed before its answer")))
        socket.on("data", (part: string) => {
          answer += part
          const head = headOf(answer)
          if (head === null) return
          took.push(performance.now() - asked)
          const isThanked = head.startsWith("HTTP/1.1 303 ") && /\r\nlocation: \S+\/thanks\?ref=[^&\s]+&by=mail(?:\r\n|$)/i.test(head)
          if (!isThanked) return reject(new Error(`An enquiry was answered with ${head.split("\r\n")[0]}`))
          ask()
        })
        ask()
      }),
  ),
)
const ms = performance.now() - begun
const sorted = took.toSorted((a, b) => a - b)
const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1))
console.log(JSON.stringify({ answered: took.length, perSecond: Math.round(took.length / (ms / 1000)), p50: at(0.5), p99: at(0.99) }))
