import type { Ctx } from "#app/platform/ctx.server.ts"
import { keyedHash } from "#app/platform/token.server.ts"

/** Limits count addresses, never networks: a whole school shares one. */
export const signInRules = { minutes: 10, triesACode: 5, codesAnHour: 3, wrongTriesADay: 10 } as const

export const hour = 3_600_000

/** What is kept of a code: bound to its row, and useless without the installation's key. */
export function codeHash(ctx: Ctx, { id, code }: { id: string; code: string }): string {
  return keyedHash(ctx.settings.secret, "sign-in code", `${id}\n${code}`)
}

/** Wrong tries that are left of a day's, given the codes of the last 24 hours. */
export function wrongTriesLeft(codes: readonly { tries: number }[]): number {
  return signInRules.wrongTriesADay - codes.reduce((sum, { tries }) => sum + tries, 0)
}
