import type { OpenCall } from "./open-calls.server.ts"

/** Open calls in one language, for other sites to show. */
export type CallFeed = {
  title: string
  description: string
  language: string
  /** The page of the site that shows the same, and where the feeds stand. */
  home: string
  rss: string
  json: string
  items: CallItem[]
}

export type CallItem = { call: OpenCall; url: string; title: string; text: string }

/** One call is one item in every reader, however its programme's address changes; each language is a call of its own. */
function idOf({ call }: CallItem, { language }: CallFeed): string {
  return `urn:uuid:${call.id}#${language}`
}

/** When the feed last said something new. */
function updatedAt({ items }: CallFeed): Date | null {
  const times = items.flatMap(({ call }) => [call.opensAt.getTime(), call.updatedAt.getTime()])
  return times.length === 0 ? null : new Date(Math.max(...times))
}

/** RSS 2.0. https://www.rssboard.org/rss-specification */
export function rssFeed(feed: CallFeed): string {
  const built = updatedAt(feed)
  const items = feed.items.map((item) =>
    element("item", [
      element("title", text(item.title)),
      element("link", text(item.url)),
      `<guid isPermaLink="false">${text(idOf(item, feed))}</guid>`,
      element("pubDate", item.call.opensAt.toUTCString()),
      element("description", text(item.text)),
      element("category", text(item.call.level)),
      element("category", text(item.call.field)),
    ]),
  )
  const channel = element("channel", [
    element("title", text(feed.title)),
    element("link", text(feed.home)),
    element("description", text(feed.description)),
    element("language", feed.language),
    `<atom:link href="${text(feed.rss)}" rel="self" type="application/rss+xml"/>`,
    ...(built === null ? [] : [element("lastBuildDate", built.toUTCString())]),
    element("ttl", "60"),
    ...items,
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n${channel}\n</rss>\n`
}

/**
 * JSON Feed 1.1, with what a program wants to know of a call under `_rihla`: instants in UTC, amounts in minor units.
 * https://www.jsonfeed.org/version/1.1/
 */
export function jsonFeed(feed: CallFeed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.json,
    language: feed.language,
    items: feed.items.map((item) => ({
      id: idOf(item, feed),
      url: item.url,
      title: item.title,
      content_text: item.text,
      date_published: item.call.opensAt.toISOString(),
      date_modified: new Date(Math.max(item.call.opensAt.getTime(), item.call.updatedAt.getTime())).toISOString(),
      tags: [item.call.level, item.call.field],
      language: feed.language,
      _rihla: {
        university: item.call.owner,
        level: item.call.level,
        field: item.call.field,
        teaching_languages: item.call.teachingLanguages,
        opens_at: item.call.opensAt.toISOString(),
        closes_at: item.call.closesAt.toISOString(),
        starts_on: item.call.startsOn.toISOString().slice(0, 10),
        fee_minor: item.call.feeMinor,
        fee_currency: item.call.feeCurrency,
        is_sample: item.call.isSample,
      },
    })),
  })
}

function element(name: string, inside: string | readonly string[]): string {
  return typeof inside === "string" ? `<${name}>${inside}</${name}>` : `<${name}>\n${inside.join("\n")}\n</${name}>`
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Text as XML has it: what XML 1.0 has no sign for is left out. */
function text(plain: string): string {
  return plain.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
