/*
 * What a word that is sought sounds like in a name of the other script. `person.name_sounds`, which the database makes
 * (function name_sounds, migration "triage"), is what it is looked for in: this reads a word as that function does, so
 * that no search waits for the database to read it. A test holds the two together.
 */

/** The sounds by which a folded word finds names of the other script; none when it is written in neither. */
export function soundsSought(folded: string): string[] {
  const arabic = /[\u0621-\u06ff]/.test(folded) ? arabicSounds(folded) : []
  const latin = /[a-z]/.test(folded) ? latinSounds(folded) : []
  return [...new Set([...arabic.map((sound) => `l${sound}`), ...latin.map((sound) => `a${sound}`)])]
}

const before = "(^| )"
const article = "([ea]l|ال)([^ ]{3})"
const leaning = "(abd|abdel|abdul|abdoul|abdal|el|al|عبد)"

/** With the words that lean on the next one apart, joined, and with their article and without. */
function spellings(folded: string): string {
  const bare = (text: string) => text.replace(new RegExp(before + article, "g"), "$1$2$3 $3")
  const apart = folded
    .replace(/(^| )(abd)([aeou]*l)?([^ ]{3})/g, "$1$2 $4")
    .replace(/(^| )(عبد)(ال)/g, "$1$2 $3")
    .replace(/(^| )(el|al|ech|ach|es|as|er|ar|en|an|et|at|ed|ad|ez|az)(?= )/g, "$1")
  const join = (text: string) => text.replace(new RegExp(`${before}${leaning} `, "g"), "$1$2")
  return `${bare(apart)} ${bare(join(join(folded)))}`
}

function latinSounds(folded: string): string[] {
  const spelled = spellings(folded)
  return words([readLatin(spelled, "d", "t"), ...(/[td]h/.test(folded) ? [readLatin(spelled, "z", "s")] : [])])
}

function readLatin(text: string, dh: string, th: string): string {
  const digraphs = [
    ["kh", "k"],
    ["gh", "g"],
    ["sch", "s"],
    ["sh", "s"],
    ["ch", "s"],
    ["ph", "f"],
    ["dj", "g"],
    ["dh", dh],
    ["th", th],
  ] as const
  return digraphs
    .reduce((read, [written, heard]) => read.replaceAll(written, heard), text.replace(/([a-z])\1/g, "$1"))
    .replace(/c([eiy])/g, "s$1")
    .replace(/[cqjpv]/g, (letter) => "kkgbf"["cqjpv".indexOf(letter)] ?? "")
    .replace(/[^bdfgklmnrstz ]+/g, "")
}

const arabicLetters = "بپتثجخدذرزسشصضطظغگڭفڤقكکلمن"
const firstReading = "bbttgkddrzsssdtzgggffkkklmn"
const secondReading = "bbtsgkdzrzsssdtdgggffgkklmn"

function arabicSounds(folded: string): string[] {
  const spelled = spellings(folded)
  // A doubled letter is one sound or two.
  const single = spelled.replace(/([^ ])\1/gu, "$1")
  return words([readArabic(spelled, firstReading), readArabic(spelled, secondReading), readArabic(single, firstReading)])
}

function readArabic(text: string, reading: string): string {
  return text
    .replace(/[a-z]+/g, "")
    .replace(new RegExp(`[${arabicLetters}]`, "g"), (letter) => reading[arabicLetters.indexOf(letter)] ?? "")
    .replace(/[^bdfgklmnrstz ]+/g, "")
}

function words(texts: readonly string[]): string[] {
  return texts
    .join(" ")
    .split(" ")
    .filter((word) => word !== "")
}
