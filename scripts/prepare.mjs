// What must be there before the product can run: packages, the database client, the build. Plain JavaScript for Node 20,
// because nothing is installed yet when it begins.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
/** Node 24, which comes with the packages. */
export const node = path.join(root, "node_modules/.bin/node")
/** What programs of ours run with: our tools first, and no engine of Prisma's to look for on the network. */
export const env = {
  ...process.env,
  PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH ?? ""}`,
  PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
}

/** Runs a command to its end; a failure ends this process with the command to repeat. */
export function run(command, args, more = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...env, ...more } })
  if (result.status === 0) return
  console.error(`This failed: ${[command, ...args].join(" ")}${result.error ? ` (${result.error.message})` : ""}`)
  process.exit(result.status ?? 1)
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8"))
  } catch {
    return null
  }
}

/** Whether node_modules holds what package-lock.json asks for, at the same versions. */
function isInstalled() {
  const wanted = readJson("package-lock.json")?.packages ?? {}
  const there = readJson("node_modules/.package-lock.json")?.packages ?? {}
  return Object.entries(wanted).every(
    ([place, one]) => place === "" || one.optional === true || one.devOptional === true || there[place]?.version === one.version,
  )
}

export function install() {
  if (isInstalled() && existsSync(node)) return
  console.log("Installing packages …")
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])
}

/** One hash over the names and contents of files and folders; tests are no part of the product. */
function hashOf(places) {
  const hash = createHash("sha256")
  const add = (place) => {
    const full = path.join(root, place)
    hash.update(`${place}\n`).update(readFileSync(full)).update("\n")
  }
  for (const place of places) {
    if (!existsSync(path.join(root, place))) continue
    if (path.extname(place) !== "") {
      add(place)
      continue
    }
    const files = readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
      .filter((file) => !file.includes("prisma-client"))
      .sort()
    for (const file of files) add(file)
  }
  return hash.digest("hex")
}

/** Does `make` unless the note says that it was done for these very sources. The note is written when it has succeeded. */
function once(note, sources, make) {
  const file = path.join(root, note)
  const hash = hashOf(sources)
  if (existsSync(file) && readFileSync(file, "utf8") === hash) return
  rmSync(file, { force: true })
  make()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, hash)
}

export function generate() {
  once("app/platform/prisma-client/schema.sha256", ["prisma/schema", "package-lock.json"], () => {
    console.log("Generating the database client …")
    run("prisma", ["generate"])
  })
}

export function build() {
  const sources = [
    "app",
    "public",
    "prisma",
    "package-lock.json",
    "package.json",
    "vite.config.ts",
    "react-router.config.ts",
    "tsconfig.json",
  ]
  once("build/sources.sha256", sources, () => {
    console.log("Building …")
    run("react-router", ["build"])
  })
}

/** Runs the built server on Node 24 until it ends; signals go to it, its exit code becomes ours. */
export function serve(more = {}, args = []) {
  const child = spawn(node, [path.join(root, "build/server/index.js"), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", ...more },
  })
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal))
  child.on("error", (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 137 : 143)))
}
