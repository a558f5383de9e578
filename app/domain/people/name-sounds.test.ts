import fc from "fast-check"
import { expect, test } from "vitest"
import { foldName } from "#app/platform/text.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { someName } from "#prisma/seed/names.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { soundsSought } from "./name-sounds.ts"

const piece = fc.constantFrom(
  ..."abcdefghijklmnopqrstuvwxyz",
  ..."ءابپتثجحخدذرزسشصضطظعغگڭفڤقكکلمنهوي",
  ..."abd abdel el al ech kh th dh sch dj عبد ال ሰላም é 7".split(" "),
)
const word = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""))

test("a word that is sought is heard as the database hears the words of names", async () => {
  const ctx = await testCtx()
  const made = countries.flatMap(({ code }) => Array.from({ length: 6 }, (_, turn) => someName(code, () => (turn * 0.17) % 1)))
  const words = [
    ...made.flatMap(({ givenName, familyName }) => foldName(`${givenName} ${familyName}`).split(" ")),
    ...fc.sample(word, { numRuns: 1_500, seed: 11 }).map(foldName),
  ].filter((each) => each !== "" && !each.includes(" "))
  const rows = await ctx.db.$queryRaw<{ word: string; sounds: string[] }[]>`
    select word, coalesce(name_sounds(word), '{}') as sounds from unnest(${words}::text[]) as word`
  expect(rows).toHaveLength(words.length)
  const inOtherScript = (sound: string) => (sound.startsWith("a") ? "l" : "a") + sound.slice(1)
  for (const row of rows)
    expect([row.word, soundsSought(row.word).toSorted()]).toEqual([row.word, [...new Set(row.sounds.map(inOtherScript))].toSorted()])
})
