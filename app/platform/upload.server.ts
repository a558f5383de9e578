import { FormDataParseError, MaxFileSizeExceededError, MaxTotalSizeExceededError, parseFormData } from "@remix-run/form-data-parser"
import { textsOf, type Typed } from "./http.server.ts"

/** A posted form with at most one file. */
export type Upload = { fields: Typed; file: File | null }

/**
 * Reads a form with a file, counted as it streams in; "too-large" as soon as the file is larger than `most` bytes. A body that
 * is no form is answered with 400: no page of ours sends one.
 */
export async function readUpload(request: Request, most: number): Promise<Upload | "too-large"> {
  try {
    const form = await parseFormData(request, { maxFiles: 1, maxFileSize: most, maxParts: 50, maxTotalSize: most + 64 * 1024 })
    const file = [...form.values()].findLast((value) => typeof value !== "string") ?? null
    return { fields: textsOf(form), file }
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) return "too-large"
    if (error instanceof FormDataParseError || (error instanceof Error && error.name.startsWith("Max")))
      throw new Response(null, { status: 400 })
    throw error
  }
}
