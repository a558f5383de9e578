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

export default defineConfig({
  plugins: [enhanceScripts(["form", "worker"]), reactRouter()],
  build: { target: "es2022" },
  environments: {
    // One bundle holds the pages, the web process and the worker, so that each module exists once in a process.
    ssr: { build: { rolldownOptions: { input: "./app/main.ts" } } },
  },
})
