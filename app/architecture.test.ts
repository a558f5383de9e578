import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import {
  filesBelow,
  isNode,
  isTest,
  memberOf,
  nameOf,
  nodesOf,
  placeOf,
  sourceFiles,
  walk,
  type Node,
  type SourceFile,
} from "#app/testing/source-files.ts"

/* The rules of app/README.md, held. What stands apart from a rule is in `exceptions`, each with its reason. */

const exceptions: { file: RegExp; target: RegExp; reason: string }[] = [
  {
    file: /^app\/platform\/page-style\.server\.ts$/,
    target: /^app\/ui\/site\.css$/,
    reason: "each page is given the rules of the sheet that it uses",
  },
  {
    file: /^app\/jobs\/start-platform\.server\.ts$/,
    target: /^prisma\/seed\/seed\.ts$/,
    reason: "the demonstration fills an empty database when it starts",
  },
]

/** What a room may import beside itself. A target is a room, or a file of one; `type` allows its types alone. */
type Arrow = { to: RegExp; type?: boolean }

const enums: Arrow = { to: /^app\/platform\/prisma-client\/enums\.ts$/ }
const locales: Arrow = { to: /^app\/locales\// }
const ui: Arrow = { to: /^app\/ui\// }
const platform: Arrow = { to: /^app\/platform\// }
const mailTypes: Arrow = { to: /^app\/emails\/mails\.ts$/, type: true }
const domain = (...rooms: string[]): Arrow => ({ to: new RegExp(`^app/domain/(?:${rooms.join("|")})/(?!ui/)`) })

const below: Record<string, readonly string[]> = {
  journal: [],
  catalogue: ["journal"],
  people: ["journal", "catalogue"],
  lists: ["catalogue"],
  sources: ["journal", "catalogue", "people"],
  leads: ["journal", "catalogue", "people", "sources", "lists"],
  imports: ["journal", "catalogue", "people", "sources", "lists", "leads"],
  partners: ["journal", "catalogue", "people", "sources", "leads"],
  costs: ["journal", "catalogue", "people"],
  events: ["journal", "catalogue", "people", "sources", "lists", "leads"],
  editing: ["journal", "catalogue", "people", "sources", "leads", "events", "eligibility"],
  kiosk: ["journal", "catalogue", "people", "sources", "leads", "events"],
  scoring: ["journal", "catalogue", "people", "sources", "leads", "eligibility"],
  eligibility: ["journal", "catalogue", "people"],
  applications: ["journal", "catalogue", "people", "eligibility"],
  placement: ["journal", "catalogue", "people", "applications"],
  admissions: ["journal", "catalogue", "people", "eligibility", "applications", "placement"],
  payments: ["journal", "catalogue", "people", "applications"],
  identity: ["journal", "catalogue", "people", "leads", "applications"],
  campaigns: ["journal", "catalogue", "people", "leads", "applications"],
  trust: ["journal", "catalogue", "people"],
  share: ["journal", "catalogue", "people", "leads", "events"],
}

function arrowsOf(file: string): readonly Arrow[] | "anything" {
  if (/^app\/(?:main\.ts|server\.ts|root\.tsx|entry\.\w+\.tsx|testing\/)/.test(file) || isTest(file)) return "anything"
  if (file === "app/routes.ts") return []
  if (file.startsWith("app/routes/")) {
    return [
      { to: /^app\/domain\// },
      ui,
      locales,
      enums,
      { to: /^app\/platform\/(?:http\.server|problem\.server|upload\.server|session\.server|fields|text|i18n|outcome)\.ts$/ },
      { to: /^app\/platform\/ctx\.server\.ts$/, type: true },
      // Previews show a message as it will be sent.
      { to: /^app\/emails\/render-\w+\.ts$/ },
      // The data of a layout is typed by its loader.
      { to: /^app\/root\.tsx$|^app\/routes\/\w+\/layout\.tsx$/, type: true },
    ]
  }
  const ofUi = /^app\/domain\/([a-z]+)\/ui\//.exec(file)?.[1]
  if (ofUi !== undefined) {
    const rooms = [ofUi, ...(below[ofUi] ?? [])].join("|")
    return [ui, locales, enums, { to: new RegExp(`^app/domain/(?:${rooms})/(?!.*\\.server\\.)`) }, { to: /^app\//, type: true }]
  }
  const area = /^app\/domain\/([a-z]+)\//.exec(file)?.[1]
  if (area !== undefined) return [domain(area, ...(below[area] ?? [])), platform, locales, mailTypes]
  if (file.startsWith("app/emails/")) return [{ to: /^app\/emails\// }, locales]
  if (file.startsWith("app/jobs/"))
    return [{ to: /^app\/jobs\// }, { to: /^app\/domain\/\w+\/(?!ui\/)/ }, { to: /^app\/emails\// }, platform, locales]
  if (file.startsWith("app/locales/")) return [locales]
  if (file.startsWith("app/ui/")) return [ui, locales, { to: /^app\/platform\/prisma-client\/enums\.ts$/, type: true }]
  // A script of several files has them in a folder of its own.
  if (file.startsWith("app/enhance/")) return [{ to: new RegExp(`^app/enhance/${file.split("/")[2]?.replace(".ts", "")}/`) }]
  if (file.startsWith("app/platform/")) return [platform, locales, mailTypes]
  return []
}

const app = sourceFiles(["app"])
const product = app.filter((file) => !isTest(file.path) && !file.path.startsWith("app/testing/"))
const inDomain = product.filter((file) => file.path.startsWith("app/domain/"))

/** Every node of the files that `isWrong` finds, as places. */
function placesWhere(files: readonly SourceFile[], isWrong: (node: Node, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) => {
    const places: string[] = []
    walk(file.ast, (node) => {
      if (isWrong(node, file)) places.push(placeOf(file, node))
    })
    return places
  })
}

test("every import follows an arrow of app/README.md", () => {
  const wrong = app.flatMap((file) => {
    const arrows = arrowsOf(file.path)
    if (arrows === "anything") return []
    return file.imports
      .filter(({ target }) => /^(?:app|e2e|prisma|scripts)\//.test(target) && !target.includes("/+types/"))
      .filter(({ target, isType }) => !arrows.some((arrow) => arrow.to.test(target) && (arrow.type !== true || isType)))
      .filter(({ target }) => !exceptions.some((exception) => exception.file.test(file.path) && exception.target.test(target)))
      .map(({ target }) => `${file.path} → ${target}`)
  })
  expect(wrong).toEqual([])
})

test("every exception is still needed", () => {
  const unneeded = exceptions.filter(
    ({ file, target }) => !app.some((source) => file.test(source.path) && source.imports.some((found) => target.test(found.target))),
  )
  expect(unneeded).toEqual([])
})

test("every area of the domain has its place in the order", () => {
  const areas = new Set(inDomain.map((file) => file.path.split("/")[2]))
  expect([...areas].filter((area) => area === undefined || below[area] === undefined)).toEqual([])
})

test("nobody but tests and the seed imports what builds test data", () => {
  const wrong = product.flatMap((file) =>
    file.imports.filter(({ target }) => target.startsWith("app/testing/")).map(({ target }) => `${file.path} → ${target}`),
  )
  expect(wrong).toEqual([])
})

test("the domain knows no HTTP: React Router is left to its pages' parts", () => {
  const wrong = inDomain.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => /^(?:react-router|@react-router\/)/.test(specifier) && !file.path.includes("/ui/"))
      .map(({ specifier }) => `${file.path} → ${specifier}`),
  )
  expect(wrong).toEqual([])
})

test("the environment is read in one place", () => {
  const allowed = new Set(["app/platform/env.server.ts", "app/testing/global-setup.ts"])
  const wrong = placesWhere(app, (node, file) => {
    const member = memberOf(node)
    return member?.object === "process" && member.property === "env" && !allowed.has(file.path)
  })
  expect(wrong).toEqual([])
})

test("the domain has no clock and no chance of its own", () => {
  const wrong = placesWhere(inDomain, (node) => {
    const member = memberOf(node)
    if (member !== null)
      return (member.object === "Date" && member.property === "now") || (member.object === "Math" && member.property === "random")
    const isDate = nameOf(node["callee"]) === "Date"
    return isDate && (node.type === "CallExpression" || (node.type === "NewExpression" && nodesOf(node["arguments"]).length === 0))
  })
  expect(wrong).toEqual([])
})

/** Name of the parameter that is the transaction, when the function has one. */
function transactionOf(node: Node, parent: Node | null): string | null {
  if (!/^(?:ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type)) return null
  const parameters = nodesOf(node["params"])
  const isCallback = parent?.type === "CallExpression" && isNode(parent["callee"]) && memberOf(parent["callee"])?.property === "transaction"
  const typed = parameters.find((parameter) => {
    const annotation = isNode(parameter["typeAnnotation"]) ? parameter["typeAnnotation"]["typeAnnotation"] : null
    return isNode(annotation) && nameOf(annotation["typeName"]) === "Tx"
  })
  return nameOf(isCallback ? parameters[0] : typed)
}

test("inside a transaction only the transaction is used", () => {
  const wrong: string[] = []
  for (const file of product.filter(({ path }) => /^app\/(?:domain|jobs|emails|routes)\//.test(path))) {
    walk(file.ast, (node, parent) => {
      const tx = transactionOf(node, parent)
      if (tx === null || !isNode(node["body"])) return
      walk(node["body"], (inner) => {
        const member = memberOf(inner)
        if (member !== null && /^(?:db|transaction|outside)$/.test(member.property) && member.object !== tx)
          wrong.push(placeOf(file, inner))
        // A call that waits and is handed the context without the transaction would ask for a second connection.
        if (inner.type !== "AwaitExpression" || !isNode(inner["argument"]) || inner["argument"].type !== "CallExpression") return
        const given = nodesOf(inner["argument"]["arguments"]).map(nameOf)
        if (given.includes("ctx") && !given.includes(tx)) wrong.push(placeOf(file, inner))
      })
    })
  }
  expect(wrong).toEqual([])
})

const ioModules = /^node:(?:fs|net|http|https|child_process|dns)(?:\/|$)|^pg$/

test("importing a file does nothing: no statement that acts, no waiting, no reading", () => {
  const wrong: string[] = []
  const rooms = /^app\/(?:domain|emails|jobs|locales|ui|routes|platform)\//
  for (const file of product.filter(({ path }) => rooms.test(path))) {
    const reads = new Set<string>()
    for (const statement of nodesOf(file.ast["body"])) {
      if (statement.type !== "ImportDeclaration" || !isNode(statement["source"]) || !ioModules.test(String(statement["source"]["value"])))
        continue
      for (const specifier of nodesOf(statement["specifiers"])) reads.add(nameOf(specifier["local"]) ?? "")
    }
    for (const statement of nodesOf(file.ast["body"])) {
      if (statement.type === "ExpressionStatement" && typeof statement["directive"] !== "string") wrong.push(placeOf(file, statement))
      walk(statement, (node) => {
        if (/Function|ClassBody|^TS/.test(node.type)) return false
        const called = nameOf(node["callee"])
        const isRead = (called !== null && (reads.has(called) || called === "fetch")) || node.type === "AwaitExpression"
        if (isRead) wrong.push(placeOf(file, node))
        return undefined
      })
    }
  }
  expect(wrong).toEqual([])
})

test("no folder is a drawer for anything", () => {
  const drawers = /(?:^|\/)(?:utils?|libs?|helpers?|common|services?|misc|shared)\//
  const files = filesBelow(["app", "e2e", "scripts", "prisma"], /./).filter((file) => drawers.test(file))
  expect(files).toEqual([])
})

test("no file only hands on what others export", () => {
  const wrong = product.filter((file) => {
    const statements = nodesOf(file.ast["body"]).filter((statement) => statement.type !== "ImportDeclaration")
    return (
      statements.length > 0 &&
      statements.every(
        (statement) =>
          statement.type === "ExportAllDeclaration" || (statement.type === "ExportNamedDeclaration" && !isNode(statement["declaration"])),
      )
    )
  })
  expect(wrong.map((file) => file.path)).toEqual([])
})

test("nothing is left or right: Arabic mirrors every page", () => {
  const inCss =
    /(?:margin|padding|border)-(?:left|right)|(?:text-align|float|clear)\s*:\s*(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|-(?:left|right)-radius/
  const inCode =
    /\b(?:margin|padding|border)(?:Left|Right)\b|\btextAlign:\s*["'](?:left|right)|\b(?:ml|mr|pl|pr|text-left|text-right)-?[\d[]/
  const wrong = filesBelow(["app"], /\.(?:css|tsx)$/).flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => ((file.endsWith(".css") ? inCss : inCode).test(line) ? [`${file}:${index + 1}`] : [])),
  )
  expect(wrong).toEqual([])
})

test("no page carries a style attribute: the content policy would refuse it", () => {
  const pages = product.filter((file) => file.path.endsWith(".tsx") && !file.path.startsWith("app/emails/"))
  const wrong = placesWhere(pages, (node) => node.type === "JSXAttribute" && isNode(node["name"]) && node["name"]["name"] === "style")
  expect(wrong).toEqual([])
})

test("no paragraph holds a form or a list: a browser closes it before, and the page is no longer the one that was sent", () => {
  const blocks = new Set(["form", "Form", "PostForm", "VerbButton", "div", "ul", "ol", "dl", "p", "table", "Facts", "Panel"])
  const tagOf = (node: Node): string | null => {
    if (node.type !== "JSXElement" || !isNode(node["openingElement"])) return null
    const name = node["openingElement"]["name"]
    return isNode(name) && typeof name["name"] === "string" ? name["name"] : null
  }
  const wrong = product
    .filter((file) => file.path.endsWith(".tsx") && !file.path.startsWith("app/emails/"))
    .flatMap((file) => {
      const places: string[] = []
      walk(file.ast, (paragraph) => {
        if (tagOf(paragraph) !== "p") return
        walk(paragraph, (node) => {
          if (node !== paragraph && blocks.has(tagOf(node) ?? "")) places.push(`${placeOf(file, node)} ${tagOf(node)}`)
        })
      })
      return places
    })
  expect(wrong).toEqual([])
})

test("a verb's file is named as the verb", () => {
  // What opens a transaction of its own is a verb.
  const isVerb = (file: SourceFile) => placesWhere([file], (node) => memberOf(node)?.property === "transaction").length > 0
  const wrong = inDomain.filter(isVerb).filter((file) => {
    const base = file.path.split("/").at(-1)?.replace(".server.ts", "") ?? ""
    const verb = base.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const names = nodesOf(file.ast["body"]).flatMap((statement) => {
      const declared = statement.type === "ExportNamedDeclaration" && isNode(statement["declaration"]) ? statement["declaration"] : null
      return declared === null ? [] : [nameOf(declared["id"]), ...nodesOf(declared["declarations"]).map(({ id }) => nameOf(id))]
    })
    return !names.includes(verb)
  })
  expect(wrong.map((file) => file.path)).toEqual([])
})

/** What React Router cuts out of the browser's half of a route, with all that only they use. */
const serverHalf = new Set(["loader", "action", "middleware", "headers"])

/** Names that the top level of a file declares, each with its declaration. */
function declarationsOf(file: SourceFile): Map<string, { node: Node; isExported: boolean }> {
  const found = new Map<string, { node: Node; isExported: boolean }>()
  for (const statement of nodesOf(file.ast["body"])) {
    const isExported = statement.type.startsWith("Export")
    const inner = isExported && isNode(statement["declaration"]) ? statement["declaration"] : statement
    if (statement.type === "ExportDefaultDeclaration") found.set("default", { node: inner, isExported })
    else if (inner.type === "VariableDeclaration") {
      for (const one of nodesOf(inner["declarations"])) found.set(nameOf(one["id"]) ?? `${one.start}`, { node: one, isExported })
    } else found.set(nameOf(inner["id"]) ?? `${inner.start}`, { node: inner, isExported })
  }
  return found
}

test("the browser's half of a page uses nothing of the server", () => {
  const wrong = product
    .filter((file) => file.path.startsWith("app/routes/") && file.path.endsWith(".tsx"))
    .flatMap((file) => {
      const declared = declarationsOf(file)
      const used = new Set<string>()
      const follow = (name: string) => {
        if (used.has(name)) return
        used.add(name)
        const declaration = declared.get(name)
        if (declaration === undefined) return
        const look = (node: Node): boolean | void => {
          if (/^TS(?!As|NonNull|Satisfies)/.test(node.type)) return false
          // The name of a property is no use of what is called alike.
          const inner = node.type === "MemberExpression" ? node["object"] : node.type === "Property" ? node["value"] : null
          if (isNode(inner) && node["computed"] !== true) {
            walk(inner, look)
            return false
          }
          const name = nameOf(node) ?? (node.type === "JSXIdentifier" ? String(node["name"]) : null)
          // A property or an attribute may be called `action`; no page calls its own.
          if (name !== null && !serverHalf.has(name)) follow(name)
          return undefined
        }
        walk(declaration.node, look)
      }
      for (const [name, { isExported, node }] of declared) {
        if (isExported && !serverHalf.has(name) && node.type !== "TSTypeAliasDeclaration") follow(name)
      }
      return nodesOf(file.ast["body"]).flatMap((statement) => {
        if (statement.type !== "ImportDeclaration" || statement["importKind"] === "type" || !isNode(statement["source"])) return []
        const source = String(statement["source"]["value"])
        if (!/\.server\.tsx?$/.test(source)) return []
        return nodesOf(statement["specifiers"])
          .filter((specifier) => specifier["importKind"] !== "type")
          .map((specifier) => nameOf(specifier["local"]) ?? "")
          .filter((name) => used.has(name))
          .map((name) => `${file.path}: ${name} of ${source}`)
      })
    })
  expect(wrong).toEqual([])
})
