import { expect, test } from "vitest"
import { contactsOf } from "./contact-lines.tsx"

test("a contact is the bare address of a sender, with or without a name", () => {
  expect(
    contactsOf({ JOINT: "Rihla <bonjour@rihla.example>", AUI: " admissions@aui.example ", UM6P: '"UM6P, office" <a@um6p.example>' }),
  ).toEqual({
    JOINT: "bonjour@rihla.example",
    AUI: "admissions@aui.example",
    UM6P: "a@um6p.example",
  })
})
