const limitBytes = 256 * 1024

/** Addresses that take files, and the most that one may carry. What comes is counted there while it is read. */
const uploads: Record<string, number> = { "/desk/imports/new": 33 * 1024 * 1024 }

/** How much may be posted to an address that takes files, in bytes; null for every other. */
export function uploadLimit(pathname: string): number | null {
  return uploads[pathname.replace(/\.data$/, "")] ?? null
}

/** Reads a body of at most 256 KB, counted as it streams in; null when it is larger. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) return null
  if (request.body === null) return new Uint8Array(0)
  const parts: Uint8Array[] = []
  let total = 0
  for await (const part of request.body) {
    total += part.byteLength
    if (total > limitBytes) return null
    parts.push(part)
  }
  const whole = new Uint8Array(total)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.byteLength
  }
  return whole
}
