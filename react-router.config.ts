import type { Config } from "@react-router/dev/config"

export default {
  appDirectory: "app",
  ssr: true,
  // The desk knows all its addresses from one file that a browser keeps: asked for with each link, a lead cost three requests more.
  routeDiscovery: { mode: "initial" },
} satisfies Config
