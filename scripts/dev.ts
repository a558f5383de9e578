// npm run dev: the development server. Pages, verbs and styles reload as they are saved.
import type { ServerBuild } from "react-router"
import { createServer } from "vite"
import type * as Server from "../app/server.ts"
import type * as EnvModule from "../app/platform/env.server.ts"

const vite = await createServer({
  server: { middlewareMode: true, hmr: { port: Number(process.env["PORT"] ?? 3000) + 10_000 } },
  appType: "custom",
})
const { serve } = (await vite.ssrLoadModule("/app/server.ts")) as typeof Server
const { readEnv } = (await vite.ssrLoadModule("/app/platform/env.server.ts")) as typeof EnvModule

const running = await serve(readEnv({ ...process.env, NODE_ENV: "development" }), {
  middlewares: vite.middlewares,
  loadBuild: async () => (await vite.ssrLoadModule("virtual:react-router/server-build")) as unknown as ServerBuild,
})
console.log(`Rihla is at ${running.url} (development)`)

const end = () =>
  void running
    .stop()
    .then(() => vite.close())
    .then(() => process.exit(0))
process.once("SIGTERM", end)
process.once("SIGINT", end)
