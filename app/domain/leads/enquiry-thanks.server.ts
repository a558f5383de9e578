import { createHash } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { isReference, makeReference, tidyReference } from "#app/platform/reference.ts"

/** What the page of thanks says, by its address: a reference whose check sign holds, who answers how, and whether a brochure was asked for. */
export function readThanks(url: URL): { reference: string | null; answeredBy: "mail" | "call"; isBrochure: boolean } {
  const reference = tidyReference(url.searchParams.get("ref") ?? "")
  return {
    reference: isReference(reference) ? reference : null,
    answeredBy: url.searchParams.get("by") === "call" ? "call" : "mail",
    isBrochure: url.searchParams.get("of") === "brochure",
  }
}

/** A reference of nothing, for programs that fill in the field people do not see. */
export function pretendReference(ctx: Ctx): string {
  return makeReference(createHash("sha256").update(ctx.id()).digest())
}
