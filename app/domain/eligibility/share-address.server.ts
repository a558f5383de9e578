import { keyedHash } from "#app/platform/token.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { CheckAnswers } from "./check-answers.ts"
import { readAnswers, writeAnswers } from "./share-code.ts"

const checkLength = 6

/** The short code by which an answer is shared: the answers in a few signs, and six that check them. */
export function shareCode(ctx: Pick<Ctx, "settings">, answers: CheckAnswers): string {
  const body = writeAnswers(answers)
  return `${body}-${checkOf(ctx, body)}`
}

/** The answers of a code; null when a sign of it was changed, or it was not made here. */
export function readShareCode(ctx: Pick<Ctx, "settings">, code: string): CheckAnswers | null {
  const body = code.slice(0, -checkLength - 1)
  return code === `${body}-${checkOf(ctx, body)}` ? readAnswers(body) : null
}

function checkOf({ settings }: Pick<Ctx, "settings">, body: string): string {
  const hash = Buffer.from(keyedHash(settings.secret, "eligibility", body), "base64url")
  return hash.readUIntBE(0, 5).toString(36).padStart(checkLength, "0").slice(-checkLength)
}
