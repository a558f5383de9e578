// Asks one address as fast as it answers, over kept connections, one request at a time on each: prints answers per
// second. Started by serve.ts as a process of its own. Every answer has the same length, so counting bytes counts answers.
import { connect } from "node:net"

const [port = "0", address = "/", headers = "", seconds = "2", connections = "32"] = process.argv.slice(2)
const request = Buffer.from(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}\r\n`)

/** The whole length of one answer, headers and body. */
async function lengthOf(): Promise<number> {
  const socket = connect(Number(port), "127.0.0.1")
  socket.write(request)
  let seen = Buffer.alloc(0)
  for await (const part of socket) {
    seen = Buffer.concat([seen, part as Buffer])
    const end = seen.indexOf("\r\n\r\n")
    if (end === -1) continue
    const head = seen.subarray(0, end).toString("latin1")
    const declared = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    const isChunked = /\r\ntransfer-encoding: chunked/i.test(head)
    if (isChunked && seen.subarray(-5).toString("latin1") !== "0\r\n\r\n") continue
    const whole = isChunked ? seen.length : end + 4 + Number(declared ?? 0)
    if (seen.length < whole) continue
    socket.destroy()
    return whole
  }
  throw new Error("No answer")
}

const size = await lengthOf()
const until = performance.now() + Number(seconds) * 1000
const begun = performance.now()
let answers = 0
await Promise.all(
  Array.from(
    { length: Number(connections) },
    () =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), "127.0.0.1")
        socket.setNoDelay(true)
        let read = 0
        socket.on("error", reject)
        socket.on("data", (part) => {
          read += part.length
          if (read < size) return
          if (read > size) return reject(new Error(`An answer of ${read} bytes where ${size} were expected`))
          read = 0
          answers++
          if (performance.now() < until) return socket.write(request)
          socket.destroy()
          return resolve()
        })
        socket.write(request)
      }),
  ),
)
console.log(Math.round(answers / ((performance.now() - begun) / 1000)))
