import type { TFunction } from "i18next"
import type { Owner, SourceKind, University } from "#app/platform/prisma-client/enums.ts"
import { readSourceKey } from "./source-key.ts"

/** What is known of a short code that a source names. */
export type NamedCode = { code: string; kind: SourceKind; owner: Owner; name: string }

/**
 * A source as the desk reads it. The name behind a code is its own university's: the other one reads what kind it is and
 * whose.
 */
export function sourceWords(t: TFunction, key: string, codes: ReadonlyMap<string, NamedCode>, reader: University): string {
  const source = readSourceKey(key)
  if (source === null) return key
  if (source.kind === "way") return t(`sources.from.way.${source.name}`)
  if (source.kind !== "code") return t(`sources.from.${source.kind}`, { name: source.name })
  const code = codes.get(source.name)
  if (code === undefined) return t("sources.from.codeGone", { name: source.name })
  const kind = t(`sources.kind.${code.kind}`)
  if (code.owner !== "JOINT" && code.owner !== reader)
    return t("sources.from.codeElsewhere", { kind, university: t(`common.universityShort.${code.owner}`), name: code.code })
  return t("sources.from.code", { kind, name: code.name === "" ? code.code : code.name })
}
