import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { reactRouter } from "@react-router/dev/vite"
import { defineConfig, type Plugin } from "vite"

/**
 * The small scripts that improve candidate pages are chunks of their own, without React. Their built names are
 * written to build/client/enhance.json, which the server reads at start.
 */
function enhanceScripts(names: readonly string[]): Plugin {
  return {
    name: "rihla-enhance",
    apply: "build",
    buildStart() {
      if (this.environment.name !== "client") return
      for (const name of names) this.emitFile({ type: "chunk", id: `app/enhance/${name}.ts`, name: `enhance-${name}` })
    },
    generateBundle(_options, bundle) {
      if (this.environment.name !== "client") return
      const files: Record<string, string> = {}
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk" && file.name.startsWith("enhance-")) files[file.name.slice(8)] = `/${file.fileName}`
      }
      this.emitFile({ type: "asset", fileName: "enhance.json", source: JSON.stringify(files) })
    },
  }
}

const smallest = 860

/** Scripts and styles stand compressed beside themselves: the server sends what the browser takes, and compresses nothing twice. */
function compressedFiles(): Plugin {
  return {
    name: "rihla-compressed",
    apply: "build",
    writeBundle({ dir = "" }, bundle) {
      if (this.environment.name !== "client") return
      for (const name of Object.keys(bundle).filter((one) => /\.(?:js|css)$/.test(one))) {
        const file = path.join(dir, name)
        const text = readFileSync(file)
        if (text.length < smallest) continue
        writeFileSync(`${file}.br`, brotliCompressSync(text))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  plugins: [enhanceScripts(["form", "worker", "kiosk", "kiosk-worker"]), reactRouter(), compressedFiles()],
  build: { target: "es2022" },
  environments: {
    // One bundle holds the pages, the web process and the worker, so that each module exists once in a process.
    ssr: { build: { rolldownOptions: { input: "./app/main.ts" } } },
  },
})
