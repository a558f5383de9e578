import { makeCheckCode } from "./reference.ts"
import { keyedHash } from "./token.server.ts"

/** The code by which the reader of a message checks it; nobody who knows the id of its row alone can tell it. */
export function checkCodeOf(secret: string, id: string): string {
  return makeCheckCode(Buffer.from(keyedHash(secret, "check code", id), "base64url"))
}
