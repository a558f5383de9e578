import { describe, expect, test } from "vitest"
import ar from "#app/locales/ar/states.ts"
import en from "#app/locales/en/states.ts"
import fr from "#app/locales/fr/states.ts"
import { applicationEdges } from "#app/domain/applications/application-states.ts"
import { choiceEdges } from "#app/domain/applications/choice-states.ts"
import { ApplicationState, CampaignState, ChoiceState, DeliveryState, LeadStage, PaymentState } from "#app/platform/prisma-client/enums.ts"

const inOrder = (names: object) => Object.keys(names).sort()
const wordsOf = (texts: object): string[] => Object.values(texts).flatMap((value) => (typeof value === "string" ? [value] : wordsOf(value)))

describe.each([
  ["English", en],
  ["French", fr],
  ["Arabic", ar],
])("in %s every state has its word, and no word is left over", (_name, states) => {
  test.each([
    ["choice, to the candidate", states.choice.candidate, ChoiceState],
    ["choice, at the desk", states.choice.desk, ChoiceState],
    ["application, to the candidate", states.application.candidate, ApplicationState],
    ["lead", states.lead, LeadStage],
    ["payment", states.payment, PaymentState],
    ["campaign", states.campaign, CampaignState],
    ["delivery", states.delivery, DeliveryState],
  ])("%s", (_thing, words, schema) => {
    expect(inOrder(words)).toEqual(inOrder(schema))
    for (const word of wordsOf(words)) expect(word.trim()).not.toBe("")
  })
})

test("the state tables know exactly the states of the schema, and lead nowhere else", () => {
  expect(inOrder(choiceEdges)).toEqual(inOrder(ChoiceState))
  expect(inOrder(applicationEdges)).toEqual(inOrder(ApplicationState))
  for (const targets of Object.values(choiceEdges)) for (const target of targets) expect(ChoiceState).toHaveProperty(target)
})

test("a candidate cannot tell a shortlisted choice from one that is being read", () => {
  for (const states of [en, fr, ar]) expect(states.choice.candidate.shortlisted).toBe(states.choice.candidate.in_review)
})
