import { textField } from "#app/platform/fields.ts"
import { z } from "zod"

/** Whether a reader can follow it: a whole address of the web. */
export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text)
}

/** Addresses of pages, one a line. */
export function linksField() {
  return textField({ max: 2000, isLong: true }).transform((text, context): string => {
    const lines = text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
    const wrong = lines.find((line) => !isLink(line))
    if (wrong === undefined) return lines.join("\n")
    context.addIssue({ code: "custom", message: "editing.link", params: { link: wrong.slice(0, 80) } })
    return z.NEVER
  })
}
