/** One moment to be kept in a calendar. */
export type CalendarMoment = {
  /** The same for the same moment for ever, so that a calendar that gets it again moves it and does not double it. */
  uid: string
  at: Date
  /** When it ends; a deadline is one moment and takes up no time. */
  until?: Date
  zone: string
  /** When what is written here was last changed. */
  writtenAt: Date
  language: string
  title: string
  text: string
  url: string
  /** Where it is, in words. */
  place?: string
  standing: "confirmed" | "tentative" | "cancelled"
  /** How many times it was changed: of two files the calendar believes the later. */
  revision?: number
  /** How long before the calendar reminds, such as `P7D` or `PT1H`. */
  remindBefore: readonly string[]
}

const dayMs = 86_400_000

/**
 * A calendar file (RFC 5545) with one moment. It carries what the zone's clock does around the moment, as the running
 * system knows it: Morocco's changes by decree, and a telephone may know an older rule.
 */
export function calendarFile(moment: CalendarMoment): string {
  const { at, until, zone, language, place = "", revision = 0 } = moment
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rihla//Rihla//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...zoneLines(zone, at),
    "BEGIN:VEVENT",
    `UID:${moment.uid}`,
    `DTSTAMP:${utcStamp(moment.writtenAt)}`,
    ...(revision === 0 ? [] : [`SEQUENCE:${revision}`]),
    `DTSTART;TZID=${zone}:${wallStamp(zone, at)}`,
    ...(until === undefined ? [] : [`DTEND;TZID=${zone}:${wallStamp(zone, until)}`]),
    `SUMMARY;LANGUAGE=${language}:${escaped(moment.title)}`,
    `DESCRIPTION;LANGUAGE=${language}:${escaped(moment.text)}`,
    ...(place === "" ? [] : [`LOCATION;LANGUAGE=${language}:${escaped(place)}`]),
    `URL:${moment.url}`,
    `STATUS:${moment.standing.toUpperCase()}`,
    `TRANSP:${until === undefined ? "TRANSPARENT" : "OPAQUE"}`,
    ...moment.remindBefore.flatMap((before) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(moment.title)}`,
      `TRIGGER:-${before}`,
      "END:VALARM",
    ]),
    "END:VEVENT",
    "END:VCALENDAR",
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join("")
}

/** What the clock of the zone shows from a year before the moment to a year after it. */
function zoneLines(zone: string, at: Date): string[] {
  const from = Math.floor((at.getTime() - 400 * dayMs) / dayMs) * dayMs
  const observances: { at: number; before: number; after: number }[] = [
    { at: from, before: offsetAt(zone, from), after: offsetAt(zone, from) },
  ]
  for (let day = from; day < at.getTime() + 400 * dayMs; day += dayMs) {
    const before = offsetAt(zone, day)
    const after = offsetAt(zone, day + dayMs)
    if (before !== after) observances.push({ at: changeBetween(zone, day, day + dayMs), before, after })
  }
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...observances.flatMap(({ at: instant, before, after }) => [
      "BEGIN:STANDARD",
      `DTSTART:${localStamp(instant + before)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(after)}`,
      "END:STANDARD",
    ]),
    "END:VTIMEZONE",
  ]
}

/** The minute at which the offset becomes that of `late`. */
function changeBetween(zone: string, early: number, late: number): number {
  const before = offsetAt(zone, early)
  let [low, high] = [early, late]
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000
    if (offsetAt(zone, middle) === before) low = middle
    else high = middle
  }
  return high
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
    formats.set(zone, format)
  }
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? ""
  const found = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name)
  if (found === null) throw new Error(`No offset of ${zone}: ${name}`)
  const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)
  return (found[1] === "-" ? -minutes : minutes) * 60_000
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`
}

function pad(number: number): string {
  return String(number).padStart(2, "0")
}

/** A wall clock, given as if it were UTC. */
function localStamp(wall: number): string {
  return new Date(wall).toISOString().replace(/[-:]|\.\d{3}Z$/g, "")
}

function wallStamp(zone: string, instant: Date): string {
  return localStamp(instant.getTime() + offsetAt(zone, instant.getTime()))
}

function utcStamp(instant: Date): string {
  return `${localStamp(instant.getTime())}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n")
}

/** A line of at most 75 bytes, its rest on lines that begin with a space; no character is cut. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ""
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      lines.push(current)
      current = " "
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...lines, current].join("\r\n")
}
