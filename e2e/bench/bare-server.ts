// The bare metal that serving is compared with: node:http giving one answer from memory. Started by serve.ts.
import { readFileSync } from "node:fs"
import { createServer } from "node:http"

type Answer = { status: number; headers: Record<string, string>; body: string }

const { status, headers, body } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Answer
const bytes = Buffer.from(body, "base64")

const server = createServer((_request, response) => {
  response.writeHead(status, headers)
  response.end(bytes)
})
server.keepAliveTimeout = 20_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  console.log(typeof address === "object" && address !== null ? address.port : 0)
})
