import { expect, test } from "vitest"
import { fundingForm } from "./funding-form.ts"

test("a scheme is wished for by its name in an address; what is none is no answer that was offered", () => {
  expect(fundingForm.parse({ scheme: ["", "aui-sponsored-groups", "aui-sponsored-groups"] })).toMatchObject({
    scheme: ["aui-sponsored-groups"],
  })
  for (const slug of ["a\0b", "\uFFFD", "x".repeat(9000), "'; --"])
    expect(fundingForm.safeParse({ scheme: [slug] }).error?.issues).toMatchObject([{ path: ["scheme"], message: "field.choice" }])
})
