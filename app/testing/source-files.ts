import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { parseSync } from "vite"

/* The source of the product as data, for the tests that hold its rules. */

export type Node = { type: string; start: number; end: number } & Record<string, unknown>
export type Import = { specifier: string; target: string; isType: boolean }
export type SourceFile = { path: string; text: string; ast: Node; imports: Import[] }

const ignored = /^(?:app\/platform\/prisma-client|node_modules|build|\.react-router)(?:\/|$)/

/** Every file below the folders, as paths from the root of the project. */
export function filesBelow(folders: readonly string[], extension: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => path.relative(".", path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !ignored.test(file))
    .sort()
}

export function isTest(file: string): boolean {
  return /\.(?:test|spec)\.tsx?$/.test(file)
}

/** Parses every TypeScript file below the folders. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return filesBelow(folders, /(?<!\.d)\.tsx?$/).map((file) => {
    const text = readFileSync(file, "utf8")
    const { program, module, errors } = parseSync(file, text)
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? "cannot be read"}`)
    const entriesAreTypes = (entries: readonly { isType: boolean }[]) => entries.length > 0 && entries.every((entry) => entry.isType)
    const imports = [
      ...module.staticImports.map(({ moduleRequest, entries }) => ({ specifier: moduleRequest.value, isType: entriesAreTypes(entries) })),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest, isType }) => (moduleRequest === null ? [] : [{ specifier: moduleRequest.value, isType }])),
      ),
      ...module.dynamicImports.map(({ moduleRequest }) => ({
        specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
        isType: false,
      })),
    ]
    return {
      path: file,
      text,
      ast: program as unknown as Node,
      imports: imports.map((found) => ({ ...found, target: targetOf(file, found.specifier) })),
    }
  })
}

/** The file of ours that a specifier names, as a path from the root; a package keeps its name. */
function targetOf(file: string, specifier: string): string {
  const [bare = ""] = specifier.split("?")
  if (bare.startsWith("#")) return bare.slice(1)
  if (bare.startsWith(".")) return path.posix.join(path.posix.dirname(file), bare)
  return bare
}

/** Visits a node and all below it, parents first; `visit` returns false to leave a branch out. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => boolean | void, parent: Node | null = null): void {
  if (visit(node, parent) === false) return
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node)
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
}

export function nodesOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The name of an identifier, or null for any other node. */
export function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === "Identifier" && typeof node["name"] === "string" ? node["name"] : null
}

/** `object.property` of a plain member expression. */
export function memberOf(node: Node): { object: string; property: string } | null {
  if (node.type !== "MemberExpression" || node["computed"] === true) return null
  const object = nameOf(node["object"])
  const property = nameOf(node["property"])
  return object === null || property === null ? null : { object, property }
}

/** Every string an expression can be when it is written out: a literal, or the branches of a choice between literals. */
export function literalsOf(node: unknown): string[] {
  if (!isNode(node)) return []
  if (node.type === "Literal") return typeof node["value"] === "string" ? [node["value"]] : []
  if (node.type === "ConditionalExpression") return [...literalsOf(node["consequent"]), ...literalsOf(node["alternate"])]
  if (node.type === "LogicalExpression") return [...literalsOf(node["left"]), ...literalsOf(node["right"])]
  return []
}

/** `path:line` of a node. */
export function placeOf(file: SourceFile, node: Node): string {
  return `${file.path}:${file.text.slice(0, node.start).split("\n").length}`
}
