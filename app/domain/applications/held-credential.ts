import type { Level } from "#app/platform/prisma-client/enums.ts"
import type { EligibilityCase } from "../eligibility/decide-eligibility.ts"

type Credential = {
  kind: "secondary" | "degree" | "other"
  country: string
  code: string
  scale: string
  result: string
  isPending: boolean
}

/**
 * What an application tells of the credential that a level asks for, as the rules of eligibility read it. Its languages
 * are not asked for in an application, so no rule on them is asked.
 */
export function heldFor(level: Level, credentials: readonly Credential[]): EligibilityCase {
  const found = credentials.find(({ kind }) => kind === (level === "bachelor" ? "secondary" : "degree"))
  const isPending = found?.isPending ?? false
  const result = found === undefined || isPending || found.result === "" || found.scale === "words" ? null : found.result
  const rest = { result, isPending, proof: null }
  if (found?.kind === "degree") return { credential: { kind: "degree", of: null, scale: found.scale }, ...rest }
  if (found === undefined || found.code === "") return { credential: { kind: "unknown" }, ...rest }
  return { credential: { kind: "secondary", country: found.country, code: found.code }, ...rest }
}
