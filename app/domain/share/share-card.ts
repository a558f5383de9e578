import { createHash } from "node:crypto"
import type { Language } from "#app/locales/languages.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"

/** What a page's picture says where its link is shared. */
export type ShareCard = { language: Language; title: string; eyebrow: string; owner: Owner; name: string; otherName: string; host: string }

export const shareWidth = 1200
export const shareHeight = 630

/** The address of a page's picture, and what it says changed into a mark: sites that keep pictures then ask again. */
export function shareAddress(card: ShareCard, path: string): string {
  const mark = createHash("sha256").update(JSON.stringify(card)).digest("hex").slice(0, 8)
  return `/${card.language}/share/${path === "" ? "home" : path.slice(1)}.png?v=${mark}`
}

/** The path of the page whose picture stands at `share/…`; null for what is no address of one. */
export function sharedPath(file: string): string | null {
  const path = /^([a-z0-9-]+(?:\/[a-z0-9-]+)?)\.png$/.exec(file)?.[1]
  if (path === undefined) return null
  return path === "home" ? "" : `/${path}`
}
