import { foldName as foldText } from "#app/platform/text.ts"

/*
 * Whether two names are one: the same words in any order, or the same name in Arabic and in Latin letters. It is asked
 * only of people who share a contact, so it may be generous across scripts and must be strict within one: siblings
 * share a family name and a phone.
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
  if (a.script !== b.script && a.script !== "mixed" && b.script !== "mixed") return sameAcrossScripts(a.words, b.words)
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

/**
 * How much alike two names are, whoever bears them. `same`: `sameName`. `sounds`: the same when heard, in any order and
 * either script, with or without particles (Mohamed and Mamadou, Diallo and Jallow, El Amrani and Amrani, Ben Ali and Ali).
 * `close`: one is part of the other, or a slip of the finger away. Null: neither.
 */
export function nameLikeness(one: Name, other: Name): "same" | "sounds" | "close" | null {
  if (sameName(one, other)) return "same"
  const [a, b] = [bareWords(one), bareWords(other)]
  if (soundsAlike(a, b)) return "sounds"
  return isCloseName(one, other) || isCloseName(bareName(a), bareName(b)) ? "close" : null
}

/** Whether any word of the one is a word of the other, as written or as heard. */
export function shareWord(one: Name, other: Name): boolean {
  const words = bareWords(other)
  return bareWords(one).some((word) => words.some((each) => isHeardAs(word, each)))
}

/**
 * The words of a name in one form for all who may write it: what is left when vowels, doubled letters, particles and the
 * difference between letters that stand for one another are gone. Coarse: it gathers whom to compare, and decides nothing.
 */
export function heardWords(name: Name): string[] {
  return bareWords(name).map(heardWord)
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
  // Two consonants could be anybody.
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + heardWord(word).length, 0)
  if (Math.min(weight(a), weight(b)) < 3) return false
  const [first = "", ...rest] = a
  return b.some((word, place) => {
    const others = b.filter((_, other) => other !== place)
    return isHeardAs(first, word) && (rest.length === 0 ? others.length === 0 : pairsAsHeard(rest, others))
  })
}

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

/** `skeletons`, and what a Pular name is written with in French and in English: Diallo is Jallow, Diop is Joop. */
const readings = remembered((word: string): ReadonlySet<string> => {
  const spoken = soft(word)
  return spoken === word ? skeletons(word) : new Set([...skeletons(word), ...skeletons(spoken)])
})

function soft(word: string): string {
  return word.replace(/^d[iy](?=[aeou])/, "j").replace(/^دي(?=[اوه])/, "ج")
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

const heardWord = remembered((word: string): string => {
  const isKnown = isArabicWord(word) || /^[\p{Script=Latin}]+$/u.test(word)
  if (!isKnown) return word
  const [first = ""] = skeletons(bareOfArticle(soft(word)))
  return sounds.reduce((heard, [letters, sound]) => heard.replace(letters, sound), first).replace(/(.)\1/g, "$1")
})

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

function written({ givenName, familyName }: Name): Written {
  return writtenText(`${givenName} ${familyName}`)
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

function sameAcrossScripts(a: readonly string[], b: readonly string[]): boolean {
  const one = joined(withoutArticles(a)).map(skeletons)
  const other = joined(withoutArticles(b)).map(skeletons)
  // Two consonants could be anybody.
  const weight = (name: ReadonlySet<string>[]) => name.reduce((sum, word) => sum + Math.max(...[...word].map((each) => each.length)), 0)
  if (Math.min(weight(one), weight(other)) < 3) return false
  return one.length === other.length && pairs(one, other)
}

function withoutArticles(words: readonly string[]): string[] {
  // `Abd El Kader` keeps its article: عبد القادر has it too.
  return words.filter((word, place) => !spokenArticles.has(word) || words[place - 1]?.startsWith("abd") === true)
}

/** Whether each word of one name can be paired with a word of the other. */
function pairs(one: readonly ReadonlySet<string>[], other: readonly ReadonlySet<string>[]): boolean {
  const [first, ...rest] = one
  if (first === undefined) return true
  return other.some(
    (word, place) => [...first].some((each) => word.has(each)) && pairs(rest, [...other.slice(0, place), ...other.slice(place + 1)]),
  )
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
  [/^[ckq]/, "k"],
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
  for (const base of bases) {
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
