import fc from "fast-check"
import { expect, test } from "vitest"
import { wordDifference } from "./word-difference.ts"

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `[+${text}+]`))
    .join("")

test("a word that changed stands beside the one it took the place of", () => {
  expect(shown("Apply before 3 May.", "Apply before 9 May.")).toBe("Apply before [-3-][+9+] May.")
  expect(shown("قدّم قبل ماي", "قدّم قبل يونيو")).toBe("قدّم قبل [-ماي-][+يونيو+]")
})

test("words that change side by side are one change", () => {
  expect(shown("We pay all of it.", "We pay one half only.")).toBe("We pay [-all of it.-][+one half only.+]")
})

test("what was and what is can be read off any difference", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60, unit: fc.constantFrom("a", "b", " ", "\n", "ع") }),
      fc.string({ maxLength: 60, unit: fc.constantFrom("a", "b", " ", "\n", "ع") }),
      (before, after) => {
        const parts = wordDifference(before, after)
        const read = (left: "gone" | "new") =>
          parts
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join("")
        const words = (text: string) => text.split(/\s+/).filter((word) => word !== "")
        expect(words(read("new"))).toEqual(words(before))
        expect(words(read("gone"))).toEqual(words(after))
      },
    ),
  )
})
