/*
 * What brought somebody, in one word that a lead keeps and a list is narrowed by: `code:DAKAR26` for a short code of ours,
 * `utm:facebook` for a link that names its source, `site:example.org` for a page that links to us, else how they came.
 */

/** Ways that say by themselves where somebody comes from: nobody follows a link into a list of a partner. */
const ways = ["import", "kiosk", "api", "event", "direct"] as const
export type Way = (typeof ways)[number]

/** By which road an enquiry came. */
export type Road = {
  /** A short code of ours, in its kept form. */
  code: string | null
  /** Keys source, medium, campaign, content, term. */
  utm: Readonly<Record<string, string>>
  /** Host of the site that led here; empty when none is known. */
  referrer: string
  /** The enquiry's kind. */
  kind: string
}

/** The first of what is known: a code of ours, the source a link names, a list or an interface, the site that led here. */
export function sourceKey({ code, utm, referrer, kind }: Road): string {
  if (code !== null) return `code:${code}`
  const named = (utm["source"] ?? "").normalize("NFC").trim().toLowerCase()
  // A tablet names itself as its source: that says no more than that it was one.
  if (named !== "" && named !== kind) return `utm:${[...named].slice(0, 60).join("")}`
  const way = ways.find((one) => one === kind)
  if (way === "import" || way === "kiosk" || way === "api") return way
  if (referrer !== "") return `site:${referrer}`
  return way ?? "direct"
}

export type SourceParts = { kind: "code" | "utm" | "site"; name: string } | { kind: "way"; name: Way }

/** A key taken apart; null for what is none. */
export function readSourceKey(key: string): SourceParts | null {
  const way = ways.find((one) => one === key)
  if (way !== undefined) return { kind: "way", name: way }
  const found = /^(code|utm|site):(.{1,120})$/u.exec(key)
  const kind = found?.[1]
  const name = found?.[2] ?? ""
  return kind === "code" || kind === "utm" || kind === "site" ? { kind, name } : null
}

/**
 * The host a browser or a query names as where somebody comes from, as it is kept: without `www.`; empty for what is none
 * and for our own.
 */
export function readReferrer(text: string, ownHost: string): string {
  const host = text.trim().toLowerCase()
  if (host.length > 100 || !/^(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(host) || host === ownHost.split(":")[0]) return ""
  return host.replace(/^www\./, "")
}
