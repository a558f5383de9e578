import { createHash } from "node:crypto"
import siteStyles from "#app/ui/site.css?inline"

/*
 * Candidate pages carry their style inside, and each byte of it is paid for by a prepaid bundle and read by a slow
 * processor before the first paint. So a page carries only the rules that something on it can match.
 */

/** What a selector needs of a page: names of elements, classes, ids, and attributes with a given value. */
type Needs = { selector: string; elements: string[]; classes: string[]; texts: string[] }
type Rule = { kind: "rule"; needs: Needs[]; body: string }
type Group = { kind: "group"; head: string; rules: Item[] }
type Item = Rule | Group

const sheet = readSheet(siteStyles)

/** A page of ours with the style it uses and nothing else of the sheet; and the hash by which the policy allows that style. */
export function withOwnStyle(html: string, items: readonly Item[] = sheet): { html: string; styleHash: string } {
  const start = html.indexOf("<style>")
  const end = html.indexOf("</style>", start)
  if (start === -1 || end === -1) return { html, styleHash: hashOf("") }
  const rest = html.slice(0, start) + html.slice(end)
  const style = styleFor(rest, items)
  return { html: `${html.slice(0, start)}<style>${style}${html.slice(end)}`, styleHash: hashOf(style) }
}

/** The rules of the sheet that an element of this page can match. A class that only a script sets must stand in the page too. */
export function styleFor(html: string, items: readonly Item[]): string {
  const elements = new Set<string>()
  const classes = new Set<string>()
  for (const [, name] of html.matchAll(/<([a-z][a-z0-9]*)/g)) if (name !== undefined) elements.add(name)
  for (const [, list] of html.matchAll(/\bclass="([^"]*)"/g)) for (const name of (list ?? "").split(/\s+/)) classes.add(name)
  const fits = (needs: Needs) =>
    needs.elements.every((name) => elements.has(name)) &&
    needs.classes.every((name) => classes.has(name)) &&
    needs.texts.every((text) => html.includes(text))
  const write = (item: Item): string => {
    if (item.kind === "group") {
      const inner = item.rules.map(write).join("")
      return inner === "" ? "" : `${item.head}{${inner}}`
    }
    const kept = item.needs.filter(fits)
    return kept.length === 0 ? "" : `${kept.map(({ selector }) => selector).join(",")}{${item.body}}`
  }
  return items.map(write).join("")
}

function hashOf(style: string): string {
  return `'sha256-${createHash("sha256").update(style).digest("base64")}'`
}

/** Reads a sheet of plain rules, and of groups of them under `@media` and `@supports`. */
export function readSheet(css: string): Item[] {
  const items: Item[] = []
  const text = css.replace(/\/\*[^]*?\*\//g, "")
  let at = 0
  while (at < text.length) {
    const open = endOf(text, at, "{")
    if (open === -1) break
    const head = text.slice(at, open).trim()
    const close = closingOf(text, open)
    const inside = text.slice(open + 1, close)
    if (head.startsWith("@")) items.push({ kind: "group", head, rules: readSheet(inside) })
    else items.push({ kind: "rule", needs: partsOf(head, ",").map(needsOf), body: inside.trim() })
    at = close + 1
  }
  return items
}

/** Where `mark` comes next outside of quotes and brackets; -1 when it does not. */
function endOf(text: string, from: number, mark: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"' || sign === "'") at = text.indexOf(sign, at + 1)
    else if (sign === "(" || sign === "[") depth++
    else if (sign === ")" || sign === "]") depth--
    else if (depth === 0 && sign === mark) return at
  }
  return -1
}

function closingOf(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"' || sign === "'") at = text.indexOf(sign, at + 1)
    else if (sign === "{") depth++
    else if (sign === "}" && --depth === 0) return at
  }
  throw new Error("A rule of the sheet does not end")
}

function partsOf(text: string, mark: string): string[] {
  const end = endOf(text, 0, mark)
  return end === -1 ? [text.trim()] : [text.slice(0, end).trim(), ...partsOf(text.slice(end + 1), mark)]
}

/** What stands inside `:is()`, `:not()` and their like is an either-or: it asks nothing for certain. */
function needsOf(selector: string): Needs {
  let plain = selector
  for (let before = ""; before !== plain;) {
    before = plain
    plain = plain.replaceAll(/:[\w-]+\([^()]*\)/g, "")
  }
  const texts = [...plain.matchAll(/\[([\w-]+)="?([^"\]]*)"?\]/g)].map(([, name, value]) => `${name}="${value}"`)
  plain = plain.replaceAll(/\[[^\]]*\]/g, " ")
  plain = plain.replaceAll(/::?[\w-]+/g, "")
  const named = (pattern: RegExp) => [...plain.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]))
  return {
    selector,
    elements: named(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g),
    classes: named(/\.([\w-]+)/g),
    texts: [...texts, ...named(/#([\w-]+)/g).map((id) => `id="${id}"`)],
  }
}
