import { describe, expect, test } from "vitest"
import { languages } from "#app/locales/languages.ts"
import { translator } from "#app/platform/i18n.ts"
import { isTest, literalsOf, memberOf, isNode, nodesOf, sourceFiles, walk } from "#app/testing/source-files.ts"
import { eventSentence } from "./event-sentence.ts"

/** Every type of event that the source records. A type put together from a state is listed by hand, with its file. */
function typesInSource(): Set<string> {
  const types = new Set<string>()
  for (const file of sourceFiles(["app"])) {
    if (isTest(file.path) || file.path.startsWith("app/testing/")) continue
    walk(file.ast, (node) => {
      if (node.type !== "CallExpression" || !isNode(node["callee"]) || memberOf(node["callee"])?.property !== "record") return
      const [type] = nodesOf(node["arguments"])
      const found = literalsOf(type).filter((text) => /^[a-z]+\.[a-z-]+$/.test(text))
      found.forEach((text) => types.add(text))
      if (type?.type === "TemplateLiteral") {
        expect(file.path, "its types stand below").toBe("app/domain/payments/settle-refund.server.ts")
        types.add("payment.refunded").add("payment.disputed")
      }
    })
  }
  return types
}

describe("what happened, as the desk reads it", () => {
  const types = typesInSource()

  test("the source is read: types known to be there are found", () => {
    expect([...types]).toEqual(
      expect.arrayContaining(["lead.moved", "choice.placed", "campaign.sent", "consent.given", "payment.refunded"]),
    )
  })

  test.each(languages)("every event has its sentence in %s", (language) => {
    const t = translator(language)
    const facts = { from: "new", to: "contacted", reason: "elsewhere" }
    const bare = [...types].filter((type) => {
      const sentence = eventSentence(t, { type, facts })
      return sentence === type || /[{}]|desk\.|“”|«\s*»/.test(sentence)
    })
    expect(bare).toEqual([])
  })

  test("stages and reasons are named, not written as codes", () => {
    const t = translator("en")
    expect(eventSentence(t, { type: "lead.moved", facts: { from: "new", to: "contacted" } })).toContain(t("states.lead.contacted"))
    expect(eventSentence(t, { type: "lead.closed", facts: { reason: "elsewhere" } })).toContain(t("desk.closeReason.elsewhere"))
  })

  test("an event of a type nobody knows any more is still told", () => {
    expect(eventSentence(translator("fr"), { type: "lead.sung", facts: {} })).toBe("lead.sung")
  })
})
