import { foldName as foldText } from "#app/platform/text.ts"
import { isWrittenAs } from "./written-in-latin.ts"

/*
 * Whether two names are one: the same words in any order, or the same name in Arabic and in Latin letters. It joins people
 * who share a contact, and siblings share a family name and a phone: within one script the letters must be the same, and
 * across scripts the consonants and the long vowels. What is only heard alike is `nameLikeness`, and suggests.
 */

export type Name = { givenName: string; familyName: string }

const mostRemembered = 5_000

/** The same few names are compared again and again, each with hundreds: what is made of a text is made once. */
function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    if (made.size >= mostRemembered) made.clear()
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}

const foldName = remembered(foldText)

/** `El Amrani` is `Elamrani`, `عبد الله` is `عبدالله`: these words belong to the next one. */
const leaning = new Set(["el", "al", "abd", "abdel", "abdul", "abdoul", "abdal", "ال", "عبد"])
/** The article as it is spoken before some letters (Ech-Cheikh, As-Sayed); in Arabic it is written in the word. */
const spokenArticles = new Set(["el", "al", "ech", "ach", "es", "as", "er", "ar", "en", "an", "et", "at", "ed", "ad", "ez", "az"])

export function sameName(one: Name, other: Name): boolean {
  const [a, b] = [written(one), written(other)]
  if (a.words.length === 0 || b.words.length === 0) return false
  if (a.script !== b.script && a.script !== "mixed" && b.script !== "mixed")
    return a.script === "arabic" ? sameAcrossScripts(one, other) : sameAcrossScripts(other, one)
  if (a.inOrder === b.inOrder) return true
  // Written with or without a space or an apostrophe: Ben Ali and Benali, N'Guessan and Nguessan.
  return spellings(one).some((spelling) => spellings(other).includes(spelling))
}

/** Of a people's or a family's name only: who is whose, as it is written or left away. */
const kinship = new Set([
  "ben",
  "bin",
  "ibn",
  "ould",
  "wuld",
  "wld",
  "uld",
  "bint",
  "mint",
  "bent",
  "oumou",
  "بن",
  "ابن",
  "ولد",
  "بنت",
  "منت",
])

/** Written apart or together with the next word: Abou Bakr, Ben Ali, Abder Rahmane. */
const leaningOnNext = new Set([...kinship, "abou", "abu", "abi", "bou", "abder", "abdes", "abdess", "abden", "ابو", "ابي", "بو"])
/** Written apart or together with the word before: Nour Eddine, Nasr Allah, Fatima Zahra. */
const leaningOnLast = new Set([
  "eddine",
  "eddin",
  "edine",
  "ddine",
  "uddin",
  "addin",
  "dine",
  "allah",
  "ullah",
  "zahra",
  "zohra",
  "ezzahra",
  "الدين",
  "الله",
  "الزهراء",
])

/**
 * How much alike two names are, whoever bears them. `same`: `sameName`. `sounds`: the same when heard, in any order and
 * either script, with or without particles (Mohamed and Mamadou, Diallo and Jallow, El Amrani and Amrani, Ben Ali and Ali).
 * `close`: one is part of the other, or a slip of the finger away. Null: neither.
 */
export function nameLikeness(one: Name, other: Name): "same" | "sounds" | "close" | null {
  if (sameName(one, other)) return "same"
  if (takenApart(one).some((a) => takenApart(other).some((b) => soundsAlike(a, b)))) return "sounds"
  return isCloseName(one, other) || isCloseName(bareName(bareWords(one)), bareName(bareWords(other))) ? "close" : null
}

/** Whether any word of the one is a word of the other, as written or as heard. */
export function shareWord(one: Name, other: Name): boolean {
  const words = bareWords(other)
  return bareWords(one).some((word) => words.some((each) => isHeardAs(word, each)))
}

/**
 * The words of a name in a form that all who may write it have in common: what is left when vowels, doubled letters, particles
 * and the difference between letters that stand for one another are gone; of a name that may be taken apart in several ways,
 * the words of all. Coarse: it gathers whom to compare, and decides nothing.
 */
export function heardWords(name: Name): string[] {
  return [...new Set(takenApart(name).flatMap((words) => words.flatMap(heardForms)))]
}

const mostHeardNames = 8

/** A whole name as it may be heard, its words in the order of the alphabet, once for each way. */
export function heardNames(name: Name): string[] {
  const heard = takenApart(name).flatMap((words) =>
    // In the order of the alphabet first: what is too many is left out alike, however the words are turned.
    [...words]
      .map(heardForms)
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : a > b ? 1 : 0))
      .reduce<string[][]>(
        (names, forms) => names.flatMap((before) => forms.map((form) => [...before, form])).slice(0, mostHeardNames),
        [[]],
      ),
  )
  return [...new Set(heard.filter((words) => words.length > 0).map((words) => words.sort().join(" ")))].slice(0, mostHeardNames)
}

/**
 * The ways in which a name may be taken apart into words: without the words of kinship, also where they are written
 * together with the name (Ben Ali, Benali); and with all that may be written together in one word.
 */
function takenApart(name: Name): readonly (readonly string[])[] {
  return waysApart(textOf(name))
}

const waysApart = remembered((text: string): readonly (readonly string[])[] => {
  const bare = bareWords({ givenName: text, familyName: "" })
  return differing([bare, bare.map(withoutKinship), joinedInOne(writtenText(withoutHyphens(text)).words)])
})

function differing(ways: readonly (readonly string[])[]): (readonly string[])[] {
  return ways.filter((way, place) => way.length > 0 && ways.findIndex((other) => other.join(" ") === way.join(" ")) === place)
}

function textOf({ givenName, familyName }: Name): string {
  return `${givenName} ${familyName}`
}

function withoutHyphens(text: string): string {
  return text.replace(/[-\u2010\u2011]/g, "")
}

/** Of a word that begins with one of kinship, what follows it, where that is long enough to be a name. */
function withoutKinship(word: string): string {
  const [, rest = ""] = /^(?:ben|bin|ibn|ould|wuld|uld|mint|bint|بنت|بن|ولد|منت)(.+)$/.exec(word) ?? []
  return rest.length > 3 || rest === "ali" || rest === "علي" ? rest : word
}

/** With each word that leans on another one joined to it. */
function joinedInOne(words: readonly string[]): string[] {
  const result: string[] = []
  let isLeaning = false
  for (const word of joined(withoutArticles(words))) {
    const last = result.at(-1)
    if (last !== undefined && (isLeaning || leaningOnLast.has(foldName(word)))) result[result.length - 1] = last + word
    else result.push(word)
    isLeaning = leaningOnNext.has(foldName(word))
  }
  return result
}

function bareName(words: readonly string[]): Name {
  return { givenName: words.join(" "), familyName: "" }
}

function bareWords(name: Name): string[] {
  const all = joined(withoutArticles(wordsOf(name)))
  const bare = all.filter((word) => !kinship.has(word))
  return bare.length === 0 ? all : bare
}

function soundsAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || a.length !== b.length) return false
  if (a.map(spoken).sort().join(" ") === b.map(spoken).sort().join(" ")) return true
  // Two consonants could be anybody; across scripts also two that are one sound to the ear are two.
  const isAcross = a.some(isArabicWord) !== b.some(isArabicWord)
  const weight = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + (isAcross ? consonantsIn(word) : (heardForms(word)[0] ?? "").length), 0)
  return Math.min(weight(a), weight(b)) >= 3 && pairsAsHeard(a, b)
}

/** A word in Latin letters with one letter for each sound, vowels too: Aïcha Bâ is Aisha Bah. */
const spoken = remembered((word: string): string =>
  word
    .replace(/sch|sh|ch/g, "ç")
    .replace(/ou|oo|w/g, "u")
    .replace(/ee|y/g, "i")
    .replace(/h/g, "")
    .replace(/([a-zç])\1+/g, "$1"),
)

function pairsAsHeard(a: readonly string[], b: readonly string[]): boolean {
  const [first, ...rest] = a
  if (first === undefined) return true
  return b.some(
    (word, place) =>
      isHeardAs(first, word) &&
      pairsAsHeard(
        rest,
        b.filter((_, other) => other !== place),
      ),
  )
}

function isHeardAs(one: string, other: string): boolean {
  if (one === other) return true
  const isMixed = isArabicWord(one) !== isArabicWord(other)
  const [a, b] = [readings(one), readings(other)]
  // A word of vowels alone says nothing about another one in the same script.
  return [...a].some((each) => b.has(each) && (each !== "" || isMixed))
}

/** `skeletons`, and what a name of Senegal or Guinea is written with in French and in English: Diallo is Jallow, Ndiaye is Njie. */
const readings = remembered((word: string): ReadonlySet<string> => {
  const spoken = soft(word)
  return spoken === word ? skeletons(word) : new Set([...skeletons(word), ...skeletons(spoken)])
})

function soft(word: string): string {
  return word.replace(/^(n?)d[iy](?=[aeou])/, "$1j").replace(/^دي(?=[اوه])/, "ج")
}

function isArabicWord(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word)
}

/** Letters that may stand for one another, under one of them. */
const sounds: readonly [RegExp, string][] = [
  [/[bp]/g, "b"],
  [/[fv]/g, "f"],
  [/[kgqj]/g, "k"],
  [/[tdsz]/g, "t"],
]

/** A word as it is heard, read by its letters and as it is spoken. */
const heardForms = remembered((word: string): readonly string[] => {
  const isKnown = isArabicWord(word) || /^[\p{Script=Latin}]+$/u.test(word)
  if (!isKnown) return [word]
  const said = soft(word)
  const bare = bareOfArticle(said)
  // What looks like an article is none in Alami and الياس, which are علمي and Ilyas.
  const isWhole = bare !== said && (!isArabicWord(word) || word.startsWith("الي"))
  const forms = [bare, ...pronounced(bare), ...(isWhole ? [said] : [])].map((form) => {
    const [first = ""] = isArabicWord(form) ? readArabic(form) : readLatin(form.replace(/(.)\1/gu, "$1"))
    return sounds.reduce((heard, [letters, sound]) => heard.replace(letters, sound), first).replace(/(.)\1/g, "$1")
  })
  return [...new Set(forms)]
})

/**
 * A word as it is spoken where that is not as it is written: with the article inside before a sun letter (عبدالرحمن and
 * Abdelrahman are Abderrahman), and with the t of حياة.
 */
function pronounced(word: string): string[] {
  const said = isArabicWord(word)
    ? word.replace(/(?<=..)ال(?=[تثدذرزسشصضطظلن].)/u, "").replace(/(?<=..)اه$/u, "ات")
    : word.replace(/(?<=^abd[aeou]{1,2})l(?=[tdrzsnl]|ch)/, "")
  return said === word ? [] : [said]
}

/** `Elamrani` and `العمراني` without what `Amrani` is written without. */
function bareOfArticle(word: string): string {
  if (word.startsWith("ال") && word.length > 4) return word.slice(2)
  return /^[ea]l/.test(word) && word.length > 4 ? word.slice(2) : word
}

/** Close enough that a person should look: one is part of the other, or they differ by a slip of the finger. */
export function isCloseName(one: Name, other: Name): boolean {
  const a = joined(wordsOf(one))
  const b = joined(wordsOf(other))
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return false
  if (few.length < many.length && few.every((word) => many.includes(word))) return true
  const [left, right] = [written(one).inOrder, written(other).inOrder]
  const slips = left.length >= 9 ? 2 : 1
  return Math.min(left.length, right.length) >= 5 && distance(left, right, slips) <= slips
}

/** A name as it is written, taken apart: its words, and those that belong together in the order of the alphabet. */
type Written = { words: readonly string[]; script: "arabic" | "latin" | "mixed"; inOrder: string }

const writtenText = remembered((text: string): Written => {
  const words = foldText(text)
    .split(" ")
    .filter((word) => word !== "")
  return { words, script: scriptOf(words), inOrder: joined(words).sort().join(" ") }
})

function written(name: Name): Written {
  return writtenText(textOf(name))
}

function wordsOf(name: Name): readonly string[] {
  return written(name).words
}

function scriptOf(words: readonly string[]): "arabic" | "latin" | "mixed" {
  const text = words.join("")
  if (/^\p{Script=Arabic}+$/u.test(text)) return "arabic"
  return /^[\p{Script=Latin}\p{N}]+$/u.test(text) ? "latin" : "mixed"
}

function joined(words: readonly string[]): string[] {
  const result: string[] = []
  let waiting = ""
  for (const word of words) {
    if (leaning.has(word)) waiting += word
    else {
      result.push(waiting + word)
      waiting = ""
    }
  }
  return waiting === "" ? result : [...result, waiting]
}

function spellings({ givenName, familyName }: Name): string[] {
  const given = foldName(givenName).replaceAll(" ", "")
  const family = foldName(familyName).replaceAll(" ", "")
  return [given + family, family + given]
}

function sameAcrossScripts(arabicName: Name, latinName: Name): boolean {
  return inArabic(textOf(arabicName)).some((arabicWords) =>
    inLatin(textOf(latinName)).some((latinWords) => {
      // Two consonants could be anybody.
      const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + consonantsIn(foldName(word)), 0)
      return (
        arabicWords.length === latinWords.length && Math.min(weight(arabicWords), weight(latinWords)) >= 3 && pairs(arabicWords, latinWords)
      )
    }),
  )
}

/** A name in Arabic letters with its words as they stand, and with all that may be written together in one; hamzas and endings are kept. */
const inArabic = remembered((text: string): readonly (readonly string[])[] => {
  const words = (from: string) =>
    from
      .normalize("NFKC")
      .replace(/[\p{M}\u0640]/gu, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "")
  return differing([joined(withoutArticles(words(text))), joinedInOne(words(withoutHyphens(text)))])
})

const inLatin = remembered((text: string): readonly (readonly string[])[] =>
  differing([joined(withoutArticles(writtenText(text).words)), joinedInOne(writtenText(withoutHyphens(text)).words)]),
)

function withoutArticles(words: readonly string[]): string[] {
  // `Abd El Kader` keeps its article: عبد القادر has it too.
  return words.filter((word, place) => !spokenArticles.has(word) || words[place - 1]?.startsWith("abd") === true)
}

function consonantsIn(word: string): number {
  return Math.max(...[...skeletons(word)].map((each) => each.length))
}

/** Whether each word of a name in Arabic letters can be paired with a word of the one in Latin letters that is plainly the same. */
function pairs(arabicWords: readonly string[], latinWords: readonly string[]): boolean {
  const [first, ...rest] = arabicWords
  if (first === undefined) return true
  return latinWords.some(
    (word, place) => isPlainlySame(first, word) && pairs(rest, [...latinWords.slice(0, place), ...latinWords.slice(place + 1)]),
  )
}

function isPlainlySame(arabicWord: string, latinWord: string): boolean {
  const heard = skeletons(latinWord)
  // The consonants are compared first: they are known already, and differ nearly always.
  return [...skeletons(foldName(arabicWord))].some((each) => heard.has(each)) && isWrittenAs(arabicWord, latinWord)
}

/** Consonants that one Arabic letter may be written with; vowels, و, ي, ه and ح leave no trace. */
const arabic: Record<string, string> = {
  ب: "b",
  پ: "b",
  ت: "t",
  ث: "ts",
  ج: "g",
  خ: "k",
  د: "d",
  ذ: "dz",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "s",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "zd",
  غ: "g",
  گ: "g",
  ڭ: "g",
  ف: "f",
  ڤ: "f",
  ق: "kg",
  ك: "k",
  ک: "k",
  ل: "l",
  م: "m",
  ن: "n",
}

const latin: [RegExp, string][] = [
  [/^kh/, "k"],
  [/^gh/, "g"],
  [/^sh/, "s"],
  [/^sch/, "s"],
  [/^ch/, "s"],
  [/^dh/, "dz"],
  [/^th/, "ts"],
  [/^ph/, "f"],
  [/^dj/, "g"],
  [/^c(?=[eiy])/, "s"],
  [/^(?:ck|[ckq])/, "k"],
  [/^[jg]/, "g"],
  [/^[pb]/, "b"],
  [/^[vf]/, "f"],
  [/^[dlmnrstz]/, "="],
]

/** What is left of a word when it is only heard: its consonants, in every way they may be read. */
const skeletons = remembered((word: string): ReadonlySet<string> => {
  const forms = new Set<string>()
  const isArabic = /\p{Script=Arabic}/u.test(word)
  const bases = [word]
  if (isArabic && word.startsWith("ال") && word.length > 4) bases.push(word.slice(2))
  if (!isArabic && /^[ea]l/.test(word) && word.length > 4) bases.push(word.slice(2))
  for (const base of [...bases, ...bases.flatMap(pronounced)]) {
    const single = base.replace(/(.)\1/gu, "$1")
    // A doubled letter is one sound; in Arabic two written ones may also be two (ممدوح).
    for (const form of isArabic ? [base, single] : [single])
      for (const each of isArabic ? readArabic(form) : readLatin(form)) forms.add(each)
  }
  return forms
})

function readArabic(word: string): string[] {
  return [...word].reduce<string[]>((forms, letter) => spread(forms, arabic[letter] ?? ""), [""])
}

function readLatin(word: string): string[] {
  let forms = [""]
  for (let place = 0; place < word.length;) {
    const rest = word.slice(place)
    const rule = latin.find(([pattern]) => pattern.test(rest))
    const taken = rule === undefined ? "" : (rule[0].exec(rest)?.[0] ?? "")
    forms = spread(forms, rule === undefined ? "" : rule[1] === "=" ? taken : rule[1])
    place += Math.max(1, taken.length)
  }
  return forms
}

function spread(forms: readonly string[], sounds: string): string[] {
  if (sounds === "") return [...forms]
  return forms.flatMap((form) => [...sounds].map((sound) => form + sound)).slice(0, 64)
}

/** Letters to change, add or drop to make one text the other; more than `limit` is `limit + 1`. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(row.at(-1) ?? 0, limit + 1)
}
