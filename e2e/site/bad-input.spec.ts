import { languages } from "#app/locales/languages.ts"
import { expect, test, wordsIn } from "../fixtures.ts"

/* What no form of ours sends: an ordinary answer, which says what was left out. */

const strange = [
  "x".repeat(10_000),
  "computer ".repeat(1111),
  "?!… ؟،٪ ---",
  "%_\\ %",
  "'; drop table programme; --",
  "<script>alert(1)</script>",
  "master هندسة ⵉⵏⵊⵉⵏⵢⵓ 工程",
]

for (const language of languages) {
  const t = wordsIn(language)

  test(`in ${language} whatever is searched for, the lists and the questions answer`, async ({ app }) => {
    for (const text of strange)
      for (const list of ["programmes", "questions"]) {
        const answer = await fetch(`${app.url}/${language}/${list}?q=${encodeURIComponent(text)}`)
        const html = await answer.text()
        expect(`${list} ${text.slice(0, 20)} ${answer.status}`).toBe(`${list} ${text.slice(0, 20)} 200`)
        expect(html).toContain("<h1")
        expect(html).not.toContain("<script>alert(1)")
      }
  })

  test(`in ${language} a word that a filter does not know is left out, and named`, async ({ app }) => {
    const note = (word: string) => t("site.programmes.unknown", { words: word })
    const asked: readonly [address: string, said: string][] = [
      ["programmes?level=diploma", note("diploma")],
      ["programmes?field=magic", note("magic")],
      ["programmes?university=mit", note("mit")],
      ["programmes?teaching=sw", note("sw")],
      ["programmes?standing=maybe", note("maybe")],
      ["programmes?year=1999", note("1999")],
      ["programmes?fee=cheap", note("cheap")],
      ["programmes?scholarship=no", note("no")],
      ["programmes?page=999", note("999")],
      ["programmes?country=XX", note("XX")],
      ["questions?topic=weather", note("weather")],
      ["questions?page=0", note("0")],
      ["events?country=XX", note("XX")],
      ["costs?programme=no-such", t("costs.unknown", { words: "no-such" })],
      ["costs?country=XX", t("costs.unknown", { words: "XX" })],
      ["costs?programme=aui-computer-science&scheme=no-such", t("costs.unknown", { words: "no-such" })],
      ["eligibility?country=XX", t("eligibility.unknown", { words: "XX" })],
      ["eligibility?country=SN&credential=sn-1&result=12&taught=&level=diploma", t("eligibility.unknown", { words: "diploma" })],
    ]
    for (const [address, said] of asked) {
      const answer = await fetch(`${app.url}/${language}/${address}`)
      const html = (await answer.text()).replaceAll("&#x27;", "'")
      expect(answer.status, address).toBe(200)
      expect(html, address).toContain(said)
    }
  })

  test(`in ${language} a result beyond its scale is told which scale that is`, async ({ app }) => {
    const of = (country: string, credential: string, result: string) =>
      fetch(`${app.url}/${language}/eligibility?country=${country}&credential=${credential}&result=${encodeURIComponent(result)}`)
    const high = await (await of("SN", "sn-1", "21")).text()
    expect(high).toContain(t("refusals.catalogue.result-range", { min: 0, max: 20, scale: "bac20" }))
    const odd = await (await of("NG", "ng-1", "A1 Z9")).text()
    expect(odd).toContain(t("catalogue.scale.wassce9"))
    expect(odd).toContain("Z9")
  })

  test(`in ${language} a shared address that was touched leads nowhere`, async ({ app }) => {
    for (const code of ["zzzzzzzz", "%00", "..%2f", "x".repeat(2000)]) {
      const answer = await fetch(`${app.url}/${language}/eligibility/${code}`)
      await answer.arrayBuffer()
      expect(`${code.slice(0, 10)} ${answer.status}`).toBe(`${code.slice(0, 10)} 404`)
    }
  })

  test(`in ${language} what is no form of a page, and what is no address, is told so`, async ({ app }) => {
    const asked: readonly [method: string, address: string, type: string | null, status: number, kind: "unread" | "notFound"][] = [
      ["POST", "enquire", "application/json", 400, "unread"],
      ["POST", "enquire", "multipart/form-data", 400, "unread"],
      ["POST", "programmes", "application/x-www-form-urlencoded", 405, "unread"],
      ["DELETE", "", null, 405, "unread"],
      ["GET", "programmes/a%00b", null, 404, "notFound"],
      ["GET", "scholarships/a%00b", null, 404, "notFound"],
      ["GET", "events/a%00b", null, 404, "notFound"],
      ["GET", "preferences/%00/unsubscribe", null, 404, "notFound"],
      ["GET", "programmes/aui-computer-science/old.ics", null, 404, "notFound"],
      ["GET", "events/no-such/calendar.ics", null, 404, "notFound"],
    ]
    for (const [method, address, type, status, kind] of asked) {
      const answer = await fetch(`${app.url}/${language}/${address}`.replace(/\/$/, ""), {
        method,
        headers: { "accept-language": "de", ...(type === null ? {} : { "content-type": type }) },
        ...(method === "POST" ? { body: "{}" } : {}),
      })
      const html = await answer.text()
      expect(answer.status, address).toBe(status)
      // Where files are, the page is a shorter one.
      expect(html, address).toContain(`<h1>${t(`common.error.${kind}Title`)}</h1>`)
      expect(html, address).toContain(`<html lang="${language}"`)
      expect(html, address).toContain(t("common.foot.noAgents"))
    }
    // A NUL in what is asked is as good as not typed.
    const found = await fetch(`${app.url}/${language}/eligibility?about=%00&country=S%00N`)
    expect(found.status).toBe(200)
    expect(await found.text()).toContain("<h1")
    // What would be one once another has been left out is no query.
    expect((await fetch(`${app.url}/${language}/eligibility?about=%%0000`)).status).toBe(400)
  })
}
