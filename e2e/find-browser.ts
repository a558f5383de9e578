import { existsSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { chromium } from "@playwright/test"

const systemPlaces = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
]

/** Playwright's own browser when it is installed, else the system's, the one without windows first; null when there is none. */
export function findBrowser(): string | null {
  return [chromium.executablePath(), ...systemPlaces].find((place) => existsSync(place)) ?? null
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = findBrowser()
  if (found === null) process.exit(1)
  console.log(found)
}
