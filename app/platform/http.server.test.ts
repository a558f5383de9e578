import { expect, test } from "vitest"
import { z } from "zod"
import { nameField } from "./fields.ts"
import { idIn, readForm, safePath, textsOf, typedOf } from "./http.server.ts"

const post = (type: string, body: string) =>
  new Request("http://127.0.0.1/fr/enquire", { method: "POST", headers: { "content-type": type }, body })

test.each([
  ["application/json", "{}"],
  ["multipart/form-data; boundary=x", "no part of a form"],
  ["text/plain", "a=b"],
])("a body of %s that is no form is a bad request", async (type, body) => {
  await expect(typedOf(post(type, body))).rejects.toMatchObject({ status: 400 })
})

test("a form's fields are lists of texts, and files are none", async () => {
  expect(await typedOf(post("application/x-www-form-urlencoded", "a=1&b=2&a=3"))).toEqual({ a: ["1", "3"], b: ["2"] })
  const form = new FormData()
  form.append("a", "1")
  form.append("b", new File(["x"], "x.txt"))
  expect(await typedOf(new Request("http://127.0.0.1/", { method: "POST", body: form }))).toEqual({ a: ["1"] })
})

test("a NUL in a form, which no column can hold, stands as the sign for what cannot be read, and a field that checks refuses it", async () => {
  const form = () => post("application/x-www-form-urlencoded", "name=A%00wa&a%00b=%00")
  expect(await typedOf(form())).toEqual({ name: ["A\ufffdwa"], "a\ufffdb": ["\ufffd"] })
  const read = await readForm(form(), z.object({ name: nameField({ isRequired: true }) }))
  expect(read).toMatchObject({ reply: { problems: [{ field: "name", code: "field.control-characters" }] } })
  const sent = new FormData()
  sent.append("name", "A\0wa")
  expect(textsOf(sent)).toEqual({ name: ["A\ufffdwa"] })
})

test("a field may have any name", async () => {
  const typed = await typedOf(post("application/x-www-form-urlencoded", "__proto__=1&constructor=2&toString=3"))
  expect(Object.entries(typed)).toEqual([
    ["__proto__", ["1"]],
    ["constructor", ["2"]],
    ["toString", ["3"]],
  ])
})

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/a\r\nset-cookie: x=1",
  "/@evil example",
  "",
  "evil",
])("no way back leads to %j", (path) => {
  expect(safePath(path, "/fr")).toBe("/fr")
})

test("a way back on this site is kept", () => {
  expect(safePath("/desk/leads?stage=new&q=a%20b", "/desk")).toBe("/desk/leads?stage=new&q=a%20b")
})

test("the row after which a list goes on is an id, and what is none is nothing", () => {
  const after = (value: string) => idIn(new URLSearchParams({ after: value }), "after")
  expect(after("0f8fad5b-d9cb-469f-a165-70867728950e")).toBe("0f8fad5b-d9cb-469f-a165-70867728950e")
  for (const none of ["", "-".repeat(36), "0f8fad5bd9cb469fa165708677289500abcd", "0f8fad5b-d9cb-469f-a165-70867728950e'"]) {
    expect(after(none)).toBeNull()
  }
  expect(idIn(new URLSearchParams(), "after")).toBeNull()
})
