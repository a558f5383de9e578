import { expect, test } from "vitest"
import { mentionedIn } from "./mentioned-in.ts"
import { mergeTags, problemOfTags, readTags } from "./tag-words.ts"

test("tags are the words between commas, each once however it is spelled", () => {
  expect(readTags(" Bourse, #bourse ،  منحة , ,Élève  brillant")).toEqual(["Bourse", "منحة", "Élève brillant"])
  expect(problemOfTags(["x".repeat(41)])).toMatchObject({ code: "leads.tag-long" })
  expect(problemOfTags(Array.from({ length: 21 }, (_, index) => `t${index}`))).toMatchObject({ code: "leads.tags-many" })
})

test("two who change the tags at once lose nothing of each other's", () => {
  expect(mergeTags(["a", "b", "theirs"], ["a", "b"], ["A", "mine"])).toEqual(["a", "theirs", "mine"])
  expect(mergeTags(["a"], ["a", "b"], ["a", "b", "c"])).toEqual(["a", "c"])
})

const colleagues = [
  { id: "1", name: "Salma Benjelloun" },
  { id: "2", name: "Salma Tazi" },
  { id: "3", name: "Nadia Berrada" },
  { id: "4", name: "إدريس العلوي" },
]

test("a colleague is named by the whole name, or by the first where only one bears it, in any script", () => {
  expect(mentionedIn("@Nadia please call", colleagues)).toEqual(["3"])
  expect(mentionedIn("For @salma benjelloun, and @Nadia Berrada.", colleagues)).toEqual(["1", "3"])
  expect(mentionedIn("@Salma which one?", colleagues)).toEqual([])
  expect(mentionedIn("انظر @ادريس", colleagues)).toEqual(["4"])
  expect(mentionedIn("write to x@nadia.example or @nobody", colleagues)).toEqual([])
  expect(mentionedIn("@Nadiac", colleagues)).toEqual([])
})
