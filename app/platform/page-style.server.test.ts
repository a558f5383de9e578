import { describe, expect, test } from "vitest"
import { readSheet, styleFor, withOwnStyle } from "./page-style.server.ts"

const sheet = readSheet(`
  :root{--ink:#000}
  body{margin:0}
  .card h2,.note h2{margin:0}
  .band{background:url("data:image/svg+xml,%3Csvg a='{}'%3E")}
  input:not([type="checkbox"],[type="radio"]){display:block}
  #f-fields .choices{gap:0}
  [dir="rtl"] h1{letter-spacing:0}
  [class*="state-"]{color:red}
  .card :is(h2,h3) a:hover{color:blue}
  @media (min-width:52rem){.card{padding:0}.far{display:none}}
  @media print{.never{display:none}}
`)
const of = (html: string) => styleFor(html, sheet)

describe("the style of a page", () => {
  test("holds what every page needs, and the rules its elements can match", () => {
    const style = of(`<body><div class="card big"><h2>a</h2></div></body>`)
    expect(style).toContain(":root{--ink:#000}body{margin:0}.card h2{margin:0}")
    expect(style).toContain("@media (min-width:52rem){.card{padding:0}}")
  })
  test("leaves out rules whose class, element, id or attribute is not on the page, and groups left empty", () => {
    const style = of(`<body><div class="cardinal"><h1>a</h1></div></body>`)
    for (const absent of [".card", ".note", "input", "#f-fields", "rtl", "print", ".band"]) expect(style).not.toContain(absent)
  })
  test("keeps a rule of which only an either-or part is missing", () => {
    expect(of(`<body><p class="card"><a>a</a></p></body>`)).toContain(".card :is(h2,h3) a:hover")
    expect(of(`<body><input type="checkbox"></body>`)).toContain("input:not(")
    expect(of(`<body></body>`)).toContain('[class*="state-"]')
  })
  test("keeps ids, directions and quoted braces", () => {
    expect(of(`<html dir="rtl"><h1></h1><p id="f-fields"><b class="choices"></b></p>`)).toMatch(/#f-fields.*\[dir="rtl"\] h1/)
    expect(of(`<i class="band"></i>`)).toContain("a='{}'%3E\")}")
  })
  test("stands in the page, and the policy's hash is of just that style", () => {
    const { html, styleHash } = withOwnStyle("<head><style></style></head><body><p class='x'>style</p></body>", sheet)
    const inside = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? ""
    expect(inside).toContain("body{")
    expect(inside).not.toContain(".tiles")
    expect(styleHash).toMatch(/^'sha256-[\w+/]{43}='$/)
  })
})
