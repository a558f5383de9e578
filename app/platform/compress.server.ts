import { promisify } from "node:util"
import { gzip } from "node:zlib"

export type Coding = "br" | "gzip" | "identity"

const smallest = 860
const compressGzip = promisify(gzip)

/** The best coding a browser takes, by its `accept-encoding`. */
export function codingFor(accepted: string | string[] | undefined): Coding {
  const text = String(accepted ?? "")
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(text)) return "br"
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(text)) return "gzip"
  return "identity"
}

/**
 * A page or a program's answer made for one reader, compressed: it crosses the same slow line as the kept ones. Gzip only, because brotli takes
 * longer than the rendering. Whatever is no page (files, streams, redirections) goes as it is.
 */
export async function compressed(response: Response, accepted: string | string[] | undefined): Promise<Response> {
  const type = response.headers.get("content-type") ?? ""
  if (response.body === null || !/^(?:text\/html|application\/json)/.test(type) || response.headers.has("content-encoding")) return response
  const headers = new Headers(response.headers)
  headers.append("vary", "accept-encoding")
  const { status, statusText } = response
  if (codingFor(accepted) === "identity") return new Response(response.body, { status, statusText, headers })
  const body = Buffer.from(await response.arrayBuffer())
  if (body.length < smallest) return new Response(body, { status, statusText, headers })
  headers.set("content-encoding", "gzip")
  headers.delete("content-length")
  return new Response(new Uint8Array(await compressGzip(body, { level: 6 })), { status, statusText, headers })
}
