import { languageFacts } from "#app/locales/languages.ts"
import { lineWidth, pictureFonts } from "#app/platform/pictures.server.ts"
import { type ShareCard, shareHeight, shareWidth } from "./share-card.ts"

const edge = 80
const widest = shareWidth - 2 * edge
/** The largest of these at which the title fits is taken; at the last one what does not fit is cut. */
const sizes = [
  { size: 76, lines: 2 },
  { size: 66, lines: 3 },
  { size: 54, lines: 4 },
  { size: 44, lines: 5 },
] as const

const star = "M20 2l5.3 5.3h7.4v7.4L38 20l-5.3 5.3v7.4h-7.4L20 38l-5.3-5.3H7.3v-7.4L2 20l5.3-5.3V7.3h7.4z"
/** The bands of brand and site: khatim outlines for AUI, zigzags for UM6P. */
const bands = {
  AUI: {
    ground: "#0d5743",
    lines: `<pattern id="AUI" width="26" height="26" patternUnits="userSpaceOnUse" patternTransform="scale(2.6)"><path d="M13 2l3.2 3.2h4.6v4.6L24 13l-3.2 3.2v4.6h-4.6L13 24l-3.2-3.2H5.2v-4.6L2 13l3.2-3.2V5.2h4.6zM0 13h2M24 13h2" fill="none" stroke="#e5a528"/></pattern>`,
  },
  UM6P: {
    ground: "#b04a2a",
    lines: `<pattern id="UM6P" width="36" height="26" patternUnits="userSpaceOnUse" patternTransform="scale(2.6)"><path d="M0 20L9 6l9 14L27 6l9 14M15 8h6M33 8h3M0 8h3" fill="none" stroke="#fbf7ef" stroke-width="2"/></pattern>`,
  },
}
const bandHeight = 67.6

/** The card as SVG. A long title goes on in the next line, from the side on which its language begins. */
export function drawCard(card: ShareCard): string {
  const isRtl = languageFacts[card.language].direction === "rtl"
  const begin = isRtl ? shareWidth - edge : edge
  const end = isRtl ? edge : shareWidth - edge
  const write = (text: string, { at, y, size, fill }: { at: "begin" | "end"; y: number; size: number; fill: string }) => {
    const anchor = (at === "begin") === isRtl ? "end" : "start"
    return `<text x="${at === "begin" ? begin : end}" y="${y}" text-anchor="${anchor}" font-family="${pictureFonts}" font-weight="600" font-size="${size}" fill="${fill}">${isolated(text, isRtl)}</text>`
  }
  const { lines, size } = fitted(card.title, isRtl)
  const leading = Math.round(size * (isRtl ? 1.42 : 1.24))
  const first = 205 + size + Math.max(0, (300 - lines.length * leading) / 3)
  const owners = card.owner === "JOINT" ? (["AUI", "UM6P"] as const) : [card.owner]
  const part = shareWidth / owners.length
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shareWidth}" height="${shareHeight}" viewBox="0 0 ${shareWidth} ${shareHeight}">`,
    `<defs>${owners.map((owner) => bands[owner].lines).join("")}</defs>`,
    `<rect width="${shareWidth}" height="${shareHeight}" fill="#fbf7ef"/>`,
    ...owners.map((owner, place) => {
      const x = isRtl ? shareWidth - (place + 1) * part : place * part
      // The ground lies below the lines, so that no seam shows between the tiles of a pattern.
      return [bands[owner].ground, `url(#${owner})`]
        .map((fill) => `<rect x="${x}" width="${part}" height="${bandHeight}" fill="${fill}"/>`)
        .join("")
    }),
    write(card.eyebrow, { at: "begin", y: 160, size: 32, fill: "#b04a2a" }),
    ...lines.map((line, place) => write(line, { at: "begin", y: Math.round(first + place * leading), size, fill: "#17231d" })),
    `<path d="M${edge + 54} 538H${shareWidth - edge}" transform="${isRtl ? `translate(${shareWidth} 0) scale(-1 1)` : ""}" stroke="#b04a2a" stroke-width="4" stroke-linecap="round" stroke-dasharray="0 12"/>`,
    `<path d="${star}" transform="translate(${isRtl ? begin - 40 : begin} 518)" fill="#e5a528"/>`,
    write(`${card.name} · ${card.otherName}`, { at: "begin", y: 594, size: 34, fill: "#17231d" }),
    // The address of a site reads from left to right in every language.
    `<text x="${end}" y="594" text-anchor="${isRtl ? "start" : "end"}" font-family="${pictureFonts}" font-weight="600" font-size="28" fill="#55635b">${escaped(card.host)}</text>`,
    "</svg>",
  ].join("")
}

/** The renderer sets every line from left to right unless the line says otherwise itself. */
function isolated(text: string, isRtl: boolean): string {
  return isRtl ? `\u2067${escaped(text)}\u2069` : escaped(text)
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
}

function fitted(title: string, isRtl: boolean): { lines: string[]; size: number } {
  const words = title.split(/[ \t\n]+/).filter((word) => word !== "")
  const widthAt = (size: number) => (line: string) => lineWidth(isolated(line, isRtl), size)
  for (const { size, lines: most } of sizes) {
    const lines = broken(words, widthAt(size))
    if (lines.length <= most && lines.every((line) => widthAt(size)(line) <= widest)) return { lines, size }
  }
  const { size, lines: most } = sizes[3]
  const lines = broken(words, widthAt(size)).map((line) => cut(line, widthAt(size)))
  if (lines.length <= most) return { lines, size }
  return { lines: [...lines.slice(0, most - 1), cut(`${lines[most - 1] ?? ""}…`, widthAt(size))], size }
}

/** As many words to a line as fit; a word that is wider than the line has one of its own. */
function broken(words: readonly string[], widthOf: (line: string) => number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= widest) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function cut(line: string, widthOf: (line: string) => number): string {
  const signs = [...line.replace(/…$/, "")]
  const isCut = line.endsWith("…")
  if (widthOf(line) <= widest) return line
  while (signs.length > 1 && widthOf(`${signs.join("")}…`) > widest) signs.splice(-Math.max(1, Math.floor(signs.length / 20)))
  return isCut || signs.length > 0 ? `${signs.join("").trimEnd()}…` : line
}
