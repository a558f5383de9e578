// The bare metal that the enquiry form is compared with: node:http reading the same form and answering with the same
// redirect, keeping nothing. Started by enquiries.ts.
import { createServer } from "node:http"
import { text } from "node:stream/consumers"

const server = createServer((request, response) => {
  void (async () => {
    const form = new URLSearchParams(await text(request))
    const isWhole = form.get("email")?.includes("@") === true && form.getAll("fields").length > 0
    response.writeHead(isWhole ? 303 : 400, { location: "/fr/enquire/thanks?ref=RHL-BARE&by=mail" }).end()
  })()
})
server.keepAliveTimeout = 20_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  console.log(typeof address === "object" && address !== null ? address.port : 0)
})
