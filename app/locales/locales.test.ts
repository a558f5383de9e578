import { describe, expect, test } from "vitest"
import ar from "./ar/all.ts"
import en from "./en/all.ts"
import fr from "./fr/all.ts"
import { languageFacts, languages, type Language } from "./languages.ts"
import { isNode, isTest, literalsOf, nameOf, nodesOf, sourceFiles, walk } from "#app/testing/source-files.ts"

type Texts = { [key: string]: string | Texts }

const texts: Record<Language, Texts> = { ar, en, fr }
const suffix = /_(zero|one|two|few|many|other)$/

/** Every text by its full key. */
function flat(node: Texts, prefix = ""): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string") all.set(prefix + key, value)
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) all.set(inner, text)
  }
  return all
}

const base = flat(en)
/** Keys whose text depends on a number: English has one and other of them. */
const plurals = new Set(
  [...base.keys()].filter((key) => key.endsWith("_one") && base.has(key.replace(suffix, "_other"))).map((key) => key.replace(suffix, "")),
)
const stemOf = (key: string) => (plurals.has(key.replace(suffix, "")) ? key.replace(suffix, "") : key)
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? "")

describe.each(languages)("texts in %s", (language) => {
  const mine = flat(texts[language])
  const categories = new Intl.PluralRules(languageFacts[language].intl).resolvedOptions().pluralCategories

  test("the same keys as every other language", () => {
    const keys = (all: Map<string, string>) => [...new Set([...all.keys()].map(stemOf))].sort()
    expect(keys(mine)).toEqual(keys(base))
  })

  test("each count has exactly the forms of the language's grammar", () => {
    for (const stem of plurals) {
      const forms = [...mine.keys()].filter((key) => key.replace(suffix, "") === stem).map((key) => key.slice(stem.length + 1))
      expect({ key: stem, forms: forms.sort() }).toEqual({ key: stem, forms: [...categories].sort() })
    }
  })

  test("the same values are filled in", () => {
    const wrong = [...mine].filter(([key, text]) => {
      const stem = stemOf(key)
      const isPlural = stem !== key
      // "One thing" needs no number: a form of a plural may leave the count out.
      const names = (found: string) =>
        [...new Set(placeholders(found))]
          .filter((name) => !(isPlural && name === "count"))
          .sort()
          .join()
      return names(text) !== names(base.get(isPlural ? `${stem}_other` : key) ?? "")
    })
    expect(wrong).toEqual([])
  })

  test("no text is empty or has spaces around it", () => {
    expect([...mine].filter(([, text]) => text === "" || text.trim() !== text)).toEqual([])
  })
})

test("in French a sign that stands apart from its word keeps on its line", () => {
  const loose = /« | »| [:;!?](?=[\s"»<)]|$)/
  expect([...flat(fr)].filter(([, text]) => loose.test(text))).toEqual([])
})

/** Every refusal code that the source can answer with, and where. */
function codesInSource(): Map<string, string> {
  const codes = new Map<string, string>()
  for (const file of sourceFiles(["app"])) {
    if (isTest(file.path) || file.path.startsWith("app/testing/")) continue
    const add = (found: string[]) => found.forEach((code) => codes.set(code, file.path))
    walk(file.ast, (node) => {
      const called = node.type === "CallExpression" ? nameOf(node["callee"]) : null
      if (called === "refuse") add(literalsOf(nodesOf(node["arguments"])[0]))
      if (called === "fail") add(literalsOf(nodesOf(node["arguments"])[1]))
      if (called === "integerField") {
        walk(node, (inner) => {
          if (inner.type === "Property" && isNode(inner["key"]) && nameOf(inner["key"]) === "code") add(literalsOf(inner["value"]))
        })
      }
      if (node.type === "AssignmentPattern" && nameOf(node["left"]) === "code") add(literalsOf(node["right"]))
    })
  }
  return codes
}

describe("refusals", () => {
  const codes = codesInSource()

  test("the source is read: codes known to be there are found", () => {
    expect([...codes.keys()]).toEqual(expect.arrayContaining(["field.required", "field.number"]))
  })

  test.each(languages)('every "no" has its sentence in %s', (language) => {
    const mine = flat(texts[language])
    const missing = [...codes].filter(([code]) => !mine.has(`refusals.${code}`) && !mine.has(`refusals.${code}_other`))
    expect(missing).toEqual([])
  })
})

test("no file lists the languages but the one that names them: a new one would be left out there without a word", () => {
  const alternatives = new RegExp(`\\b(?:${languages.join("|")})\\|(?:${languages.join("|")})\\|(?:${languages.join("|")})\\b`)
  const listing = sourceFiles(["app"])
    .filter(({ path }) => !isTest(path) && !path.startsWith("app/locales/"))
    .filter(({ text }) => alternatives.test(text))
    .map(({ path }) => path)
  expect(listing).toEqual([])
})
