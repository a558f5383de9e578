/*
 * Whether a word in Latin letters is a way to write an Arabic name, vowel by vowel: the consonants alone are those of many
 * names (حسن and حسين, محمد and محمود, أمين and أمينة). A long vowel that is written in one of the two must be in the other,
 * and so must the ending of a woman's name. Where the Latin letters may mean two names that one family may well give, this
 * says no: a human looks.
 */

/** Whether the Latin word, in lower case and without accents, is how the Arabic word with its hamzas and endings is plainly written. */
export function isWrittenAs(arabic: string, latin: string): boolean {
  const hasArticle = arabic.startsWith("ال") && arabic.length > 4
  const latins = [latin, ...(/^[ea]l/.test(latin) && latin.length > 4 ? [latin.slice(2)] : [])]
  const isRead = (name: string, texts: readonly string[]) => texts.some((text) => new Reading(name, text).isWhole())
  if (isRead(arabic, latins)) return true
  if (!hasArticle) return false
  // Errachidi, Echcharif: the article is heard as the letter that follows it. Lamine, Lassaad: its own vowel is not heard.
  const spoken = /^[ea](?:(.)\1|ch|sh|dh|th)/.test(latin) ? [...latins, latin.slice(1)] : latins
  const bare = arabic.slice(2)
  return isRead(bare, spoken) || (/^[اأإآ]/.test(bare) && isRead(`ل${bare}`, [latin]))
}

/** How a consonant is written; two of it are one sound. ع and a hamza are heard in the vowels around them only. */
const consonants: Readonly<Record<string, readonly string[]>> = {
  ب: ["b", "p"],
  پ: ["p", "b"],
  ت: ["t"],
  ث: ["th", "t", "s"],
  ج: ["dj", "j", "g"],
  ح: ["h"],
  خ: ["kh", "k", "ck"],
  د: ["d"],
  ذ: ["dh", "d", "z"],
  ر: ["r"],
  ز: ["z"],
  س: ["s", "c"],
  ش: ["sch", "ch", "sh"],
  ص: ["s", "c"],
  ض: ["dh", "d"],
  ط: ["t"],
  ظ: ["dh", "z", "d"],
  غ: ["gh", "g"],
  گ: ["g"],
  ڭ: ["g"],
  ف: ["f", "ph"],
  ڤ: ["v", "f"],
  ق: ["q", "k", "c", "g", "ck"],
  ك: ["k", "c", "q", "ck"],
  ک: ["k", "c", "q", "ck"],
  ل: ["l"],
  م: ["m"],
  ن: ["n"],
  ه: ["h"],
  ع: [""],
  ء: [""],
  ؤ: [""],
  ئ: [""],
  أ: [""],
  إ: [""],
  ا: [""],
}

const sunLetters = "تثدذرزسشصضطظلن"
const vowelLetters = "اآىويةأ"

/** What is heard between two consonants. */
type Vowel = "none" | "low" | "high" | "i" | "long-a" | "long-i" | "long-u"

const shortVowels: readonly (readonly [string, Vowel])[] = [
  ["a", "low"],
  ["e", "low"],
  ["ou", "high"],
  ["o", "high"],
  ["u", "high"],
  ["i", "i"],
  ["y", "i"],
]

/** Names that their first vowel, which Arabic leaves out, tells from another: Omar and Ammar, Hichem and Hachem, Soumia and Samia. */
const firstVowels: Readonly<Record<string, string>> = {
  ...ofNames("aou", "محمد"),
  ...ofNames("a", "سعود"),
  ...ofNames("ou", "عمر عمير سعاد منى دنيا زهير عبيد سمية رقية هدى نهى سهى مراد دعاء يسرى يسرا يمنى"),
  ...ofNames("ae", "أسماء علي حسن حسان عمار ندى رنا مها سلمى سلمان فرح سمر سحر قمر"),
  ...ofNames("ie", "هشام بشر رضا ابن"),
}

/** Names like خالد, whose unwritten vowel is written i or a and which nobody takes for another then, as Rachid would be taken for رشيد. */
const withShortI = new Set("خالد خالدة طارق عادل هاشم قاسم كاظم عاصم ياسر حاتم صابر شاكر عاطف مالك فاطمة صالح صالحة".split(" "))
const withShortA = new Set("هاجر آدم صالح عالم".split(" "))
/** Names like أمل, whose last vowel is written e too, and which nobody takes for another then, as Samer would be taken for سامر. */
const withShortE = new Set("حسن أمل امل فهد بدر أنس انس".split(" "))
/** Names like جمال, whose long a is written e too, and which nobody takes for another then, as Saleh would be taken for صالح. */
const withE = new Set("جمال كمال نوال أمال امال آمال حنان منال جلال طلال هلال".split(" "))

function ofNames(vowels: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, vowels]))
}

/** How far the two words are read, and what was heard last. */
type Place = {
  /** In the Arabic word and in the Latin one. */
  at: number
  to: number
  /** Consonants so far, of the second part of عبدالرحمن anew. */
  count: number
  /** The vowel since the last consonant, and the one before that consonant. */
  here: Vowel
  last: Vowel
  /** A short vowel must follow, or one like that before it. */
  wants: "nothing" | "vowel" | "low"
}

class Reading {
  readonly #arabic: string
  readonly #latin: string
  readonly #lastConsonant: number

  constructor(arabic: string, latin: string) {
    // Of many who write على the one name that it can be is علي.
    this.#arabic = arabic === "على" ? "علي" : arabic
    this.#latin = latin
    this.#lastConsonant = this.#arabic.replace(/[ةىاء]+$/, "").length - 1
  }

  isWhole(): boolean {
    return this.#reads({ at: 0, to: 0, count: 0, here: "none", last: "none", wants: "nothing" })
  }

  #reads(place: Place): boolean {
    const letter = this.#arabic[place.at]
    if (letter === undefined) return this.#isOver(place)
    if (this.#isInnerArticle(place)) {
      if (this.#readsArticle(place)) return true
      // Of whom somebody is the servant is always told with the article: Abdelilah is not عبدالله.
      if (this.#arabic.startsWith("عبد")) return false
    }
    switch (letter) {
      case "ا":
      case "آ":
      case "ى":
        if (place.count === 0) return letter === "آ" ? this.#readsLongA(place) : this.#readsConsonant(place, letter)
        return this.#readsLongA(place)
      case "أ":
        return place.count === 0 ? this.#readsConsonant(place, letter) : this.#readsLongA(place)
      case "و":
        return this.#readsWaw(place)
      case "ي":
        return this.#readsYa(place)
      case "ئ":
        return this.#readsSeat(place)
      case "ة":
        return this.#readsFeminine(place)
      case "ه":
        return (this.#isLast(place) && place.here === "none" && this.#readsFeminine(place)) || this.#readsConsonant(place, letter)
      case "ع":
        return this.#readsAyn(place)
      case "ء":
        return this.#reads({ ...place, at: place.at + 1 })
      default:
        return this.#readsConsonant(place, letter)
    }
  }

  /** The end of both; an e that is not heard may follow n, m and r (Amine, Imane, Badre). */
  #isOver({ to, here, wants }: Place): boolean {
    if (wants === "vowel") return false
    if (to === this.#latin.length) return true
    return here === "none" && /^[nmr]e$/.test(this.#latin.slice(to - 1))
  }

  #isLast({ at }: Place): boolean {
    return at === this.#arabic.length - 1
  }

  #next({ at }: Place): string {
    return this.#arabic[at + 1] ?? ""
  }

  /** Goes on with each of the texts that comes next in the Latin word. */
  #tries(place: Place, texts: readonly string[], more: Partial<Place>): boolean {
    return texts.some(
      (text) => this.#latin.startsWith(text, place.to) && this.#reads({ ...place, at: place.at + 1, to: place.to + text.length, ...more }),
    )
  }

  /** Every way to read the unwritten vowel before a consonant, none among them. */
  #slots(place: Place): Place[] {
    if (place.here !== "none") return [place]
    // A word begins with its consonant, behind an article too.
    if (place.count === 0) return [place]
    const read = shortVowels.flatMap(([text, here]) =>
      this.#latin.startsWith(text, place.to) && this.#mayBeShort(place, text, here)
        ? [{ ...place, to: place.to + text.length, here, wants: "nothing" as const }]
        : [],
    )
    // Amer and Nasser are not Amr and Nasr.
    const isBehindLongA = place.last === "long-a" && this.#isLast(place)
    const isVowelNeeded = place.wants === "vowel" || isBehindLongA || (place.count === 1 && this.#firstVowels() !== undefined)
    return isVowelNeeded ? read : [place, ...read]
  }

  #firstVowels(): string | undefined {
    return firstVowels[this.#arabic]
  }

  /**
   * Whether a Latin vowel may be one that Arabic leaves out. An i or a u that is not the first is long, and written, unless
   * consonants that touch or another long vowel stand before it.
   */
  #mayBeShort(place: Place, text: string, vowel: Vowel): boolean {
    const { count, last } = place
    if (place.wants === "low" && vowel !== "low") return false
    if (count === 1) {
      const letter = this.#arabic[place.at - 1] ?? ""
      const told = this.#firstVowels()
      if (told !== undefined) return told.includes(text[0] ?? "")
      if (letter === "أ") return vowel !== "i"
      if (letter === "إ") return text === "i" || text === "e"
      if (letter === "ا") return this.#mayBeginBare(place.at - 1, text)
      return true
    }
    if (last === "long-a" && place.at === this.#lastConsonant) {
      if (text === "e") return true
      return vowel === "i" ? withShortI.has(this.#arabic) : text === "a" && withShortA.has(this.#arabic)
    }
    // Samer and Malek are سامر and مالك, and not سمر and ملك.
    if (text === "e" && count === 2 && last === "low" && place.at === this.#lastConsonant) return withShortE.has(this.#arabic)
    if (vowel === "high") return last === "long-u"
    if (vowel === "i") return last === "none" || last === "long-u" || last === "long-a"
    return !(text === "e" && last === "high")
  }

  /** An alif without its hamza may be أ or إ: only a long word begins with an i, and of اكرام nobody knows but that an i is meant. */
  #mayBeginBare(at: number, text: string): boolean {
    const rest = this.#arabic.slice(at)
    const isIfal = rest.length === 5 && rest[3] === "ا"
    if (text === "i" || text === "e") return text === "e" || rest.length >= 5
    return text !== "y" && (!isIfal || (rest.endsWith("ء") && text === "a"))
  }

  #readsConsonant(place: Place, letter: string): boolean {
    const forms = consonants[letter]
    if (forms === undefined) return false
    return this.#slots(place).some((slot) => {
      // A word begins with its consonant; a hamza or ع with a vowel.
      const wants = slot.count === 0 && "اأإع".includes(letter) && !vowelLetters.includes(this.#next(slot)) ? "vowel" : "nothing"
      return this.#tries(slot, this.#written(slot, forms), { count: slot.count + 1, here: "none", last: slot.here, wants })
    })
  }

  #written({ to }: Place, forms: readonly string[]): string[] {
    return forms
      .flatMap((form) => (form === "" ? [form] : [form, (form[0] ?? "") + form, form + form]))
      .filter((form) => {
        if (!form.endsWith("c")) return true
        const after = this.#latin[to + form.length] ?? ""
        return forms.includes("s") ? "eiy".includes(after) && after !== "" : !"eiyh".includes(after) || after === ""
      })
  }

  #readsAyn(place: Place): boolean {
    if (place.count === 0) return this.#readsConsonant(place, "ع")
    if (this.#isLast(place)) {
      if (place.here === "none" && this.#arabic.endsWith("يع")) return false
      // Rabii, Rabie, Nafaa: never the ending of a woman's name.
      const rests: readonly string[] =
        place.here === "none" ? ["aa", "e", "ae", "ie"] : ["", "e", ...(place.here === "long-i" ? ["i"] : [])]
      return rests.includes(this.#latin.slice(place.to))
    }
    return this.#slots(place).some((slot) => {
      if (slot.here === "none" && slot.count === 1) return false
      const isShort = slot.here === "low" || slot.here === "high" || slot.here === "i"
      const wants = isShort && !vowelLetters.includes(this.#next(slot)) ? "low" : "nothing"
      // Said, Saad and Souad are three: after o, u and i no other vowel is heard that Arabic leaves out.
      if (wants === "low" && slot.here !== "low") return this.#reads({ ...slot, at: slot.at + 1, count: slot.count + 1, last: slot.here })
      return this.#reads({ ...slot, at: slot.at + 1, count: slot.count + 1, here: "none", last: slot.here, wants })
    })
  }

  #readsLongA(place: Place): boolean {
    if (place.here !== "none") return false
    const isEnd = /^.(?:ء?)$/.test(this.#arabic.slice(place.at))
    const isE = !isEnd && (place.last !== "low" || place.at + 1 !== this.#lastConsonant || withE.has(this.#arabic))
    const texts = ["aa", "a", ...(isE ? ["e"] : []), ...(isEnd ? ["ah"] : []), ...(this.#arabic.endsWith("اء") && isEnd ? ["ae"] : [])]
    return this.#tries(place, texts, { here: "long-a", wants: "nothing", ...(place.count === 0 ? { count: 1 } : {}) })
  }

  /** و between consonants is a vowel; before another vowel, after consonants that touch and at the beginning it is a consonant. */
  #readsWaw(place: Place): boolean {
    if (place.count > 0) {
      if (
        place.here === "none" &&
        this.#tries(place, ["ou", "oo", "ow", "u", "o", "aou", "aw", "au", "ao", "ew", "eou"], { here: "long-u", wants: "nothing" })
      )
        return true
      if (place.here === "long-a" && this.#tries(place, ["ou", "oo", "u", "w", "wou", "woo", "wu"], { here: "long-u" })) return true
    }
    return this.#readsHalfVowel(place, ["w", "ww", "ou", "u"])
  }

  #readsYa(place: Place): boolean {
    if (place.count > 0) {
      const first = this.#arabic[place.at - 1] ?? ""
      if (place.here === "none" && this.#tries(place, this.#longI(place, first), { here: "long-i", wants: "nothing" })) return true
      if (place.here === "long-a" && this.#tries(place, ["i", "y", "ie", "ye"], { here: "long-i" })) return true
    }
    return this.#readsHalfVowel(place, ["y", "yy", "i", "iy"])
  }

  #longI(place: Place, before: string): string[] {
    if (place.count === 1 && before === "أ") return ["ai", "ay", "ei", "ey"]
    if (place.count === 1 && (before === "ا" || before === "إ")) return ["i", "ee", "e"]
    // Zeinab is Zeneb and Houssein Houssen, but Karem may be كرم.
    const isE = !this.#isLast(place) && (place.count === 1 || place.last === "high" || before === "ع")
    // Cissé is سيسي, but Amine is not أميني.
    const isEnd = this.#isLast(place) && this.#latin.length === place.to + 1 && !/[nmr]/.test(this.#latin[place.to - 1] ?? "")
    return ["i", "y", "ee", "ei", "ey", "ai", "ay", ...(isE || isEnd ? ["e"] : [])]
  }

  #readsHalfVowel(place: Place, forms: readonly string[]): boolean {
    const next = this.#next(place)
    const isBeforeVowel = next !== "" && vowelLetters.includes(next)
    return this.#slots(place).some((slot) => {
      const touches = slot.here === "none" && slot.count >= 2 && next !== ""
      if (!isBeforeVowel && !touches && slot.count > 0) return false
      const wants = touches && !isBeforeVowel ? "vowel" : "nothing"
      return this.#tries(slot, forms, { count: slot.count + 1, here: "none", last: slot.here, wants })
    })
  }

  /** The seat of a hamza: Aicha, Faiza, Wael; before a vowel it is not heard. */
  #readsSeat(place: Place): boolean {
    if (place.here !== "long-a") return this.#readsConsonant(place, "ئ")
    if (this.#next(place) === "ي") return this.#reads({ ...place, at: place.at + 1, count: place.count + 1, here: "none", last: "long-a" })
    return this.#tries(place, ["i", "y", "e", "ie", "ye"], { here: "long-i" })
  }

  #readsFeminine(place: Place): boolean {
    if (!this.#isLast(place)) return this.#tries(place, ["a", "e", "at", "et", ""], { here: "low" })
    if (place.here === "long-a") return this.#tries(place, ["t", "h"], { here: "low" })
    return place.here === "none" && this.#tries(place, ["a", "ah", "aa"], { here: "long-a", wants: "nothing" })
  }

  /** نورالدين, عبدالرحمن: written in one, as Noureddine and Abderrahmane are. */
  #isInnerArticle({ at, count }: Place): boolean {
    return count >= 2 && this.#arabic.startsWith("ال", at) && this.#arabic.length - at >= 4
  }

  #readsArticle(place: Place): boolean {
    const after = this.#arabic[place.at + 2] ?? ""
    const vowels = place.here === "none" ? ["a", "e", "i", "ou", "o", "u", ""] : [""]
    const articles = vowels.flatMap((vowel) => [`${vowel}l`, ...(sunLetters.includes(after) ? [vowel] : [])])
    return this.#tries({ ...place, at: place.at + 1 }, articles, { count: 0, here: "none", last: "none", wants: "nothing" })
  }
}
