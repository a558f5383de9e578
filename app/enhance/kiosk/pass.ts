import { encode } from "uqr"

const signs = "23456789abcdefghjkmnpqrtvwxyz"
const signsOf = (bytes: Uint8Array) => [...bytes].map((byte) => signs[byte % signs.length]).join("")

/** A pass for one entry, signed so that the server knows it before the entry has come. */
export async function makePass({ tag, passKey }: { tag: string; passKey: string }): Promise<string> {
  const head = tag + signsOf(crypto.getRandomValues(new Uint8Array(10)))
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey("raw", text.encode(passKey), { name: "HMAC", hash: "SHA-256" }, false, ["sign"])
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, text.encode(head)))
  return head + signsOf(signature.subarray(0, 10))
}

/** Draws an address as a square sign: one path, with the quiet edge of four that readers need. */
export function drawSquare(svg: SVGElement, address: string): void {
  const { data, size } = encode(address, { ecc: "M", border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("")
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`)
  svg.querySelector("path")?.setAttribute("d", path)
}
