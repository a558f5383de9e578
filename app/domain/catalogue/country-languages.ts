import { type Language, languageFacts } from "#app/locales/languages.ts"

/** Names that people of the country use where the reader's language data has another or none. */
const ownNames: Record<string, Record<Language, string>> = {
  crs: { en: "Seychellois Creole", fr: "créole seychellois", ar: "الكريولية السيشيلية" },
  ny: { en: "Chichewa", fr: "chichewa", ar: "الشيشيوا" },
  rn: { en: "Kirundi", fr: "kirundi", ar: "الكيروندية" },
  st: { en: "Sesotho", fr: "sesotho", ar: "السوتو" },
  tzm: { en: "Tamazight", fr: "amazighe", ar: "الأمازيغية" },
  zdj: { en: "Comorian", fr: "comorien", ar: "القمرية" },
}

/** Languages in words of the reader, as one list: "English and Swahili". */
export function languagesText(codes: readonly string[], language: Language): string {
  const { intl } = languageFacts[language]
  const names = new Intl.DisplayNames([intl], { type: "language" })
  return new Intl.ListFormat(intl, { type: "conjunction" }).format(
    codes.map((code) => ownNames[code]?.[language] ?? names.of(code) ?? code),
  )
}

/** The languages of this site, of teaching, and of papers that Al Akhawayn reads without a certified translation. Source: aui.ma/admission-aid/undergraduates/freshmen. */
const shared: readonly string[] = ["ar", "en", "fr"]

/** The official languages of a country that are neither taught in nor read without a translation. */
export function languagesNotShared(officialLanguages: readonly string[]): string[] {
  return officialLanguages.filter((code) => !shared.includes(code))
}

type Note = { text: Record<Language, string>; isConfirmed: boolean }

const frenchWorks = {
  text: {
    en: "French is a working language here since a recent change of law.",
    fr: "Le français y est langue de travail depuis un changement récent de la loi.",
    ar: "الفرنسية لغة عمل هنا منذ تغيير حديث في القانون.",
  },
  isConfirmed: false,
}
const frenchIsCommon = {
  text: {
    en: "French is widely used in higher education.",
    fr: "Le français est très présent dans l’enseignement supérieur.",
    ar: "الفرنسية مستعملة كثيرًا في التعليم العالي.",
  },
  isConfirmed: true,
}
const notInLaw = {
  text: {
    en: "No law names an official language; these are the working ones.",
    fr: "Aucune loi ne nomme de langue officielle ; ce sont les langues de travail.",
    ar: "لا قانون يحدد لغة رسمية؛ هذه لغات العمل.",
  },
  isConfirmed: true,
}

/** What the list of official languages does not say. What rests on general knowledge alone is not confirmed. */
export const languageNotes: Partial<Record<string, Note>> = {
  BF: frenchWorks,
  ML: frenchWorks,
  NE: frenchWorks,
  DZ: frenchIsCommon,
  TN: frenchIsCommon,
  ER: notInLaw,
  MU: notInLaw,
  BW: {
    text: { en: "Setswana is the national language.", fr: "Le setswana est la langue nationale.", ar: "السيتسوانا هي اللغة الوطنية." },
    isConfirmed: true,
  },
  CD: {
    text: {
      en: "National languages: Kikongo, Lingala, Swahili, Tshiluba.",
      fr: "Langues nationales : kikongo, lingala, swahili, tshiluba.",
      ar: "اللغات الوطنية: الكيكونغو واللينغالا والسواحلية والتشيلوبا.",
    },
    isConfirmed: true,
  },
  CG: {
    text: {
      en: "National languages: Kituba, Lingala.",
      fr: "Langues nationales : kituba, lingala.",
      ar: "اللغتان الوطنيتان: الكيتوبا واللينغالا.",
    },
    isConfirmed: true,
  },
  CM: {
    text: {
      en: "Two school systems, one in French and one in English: both certificates are known here.",
      fr: "Deux systèmes scolaires, l’un en français, l’autre en anglais : les deux diplômes sont connus ici.",
      ar: "نظامان مدرسيان، أحدهما بالفرنسية والآخر بالإنجليزية: الشهادتان معروفتان هنا.",
    },
    isConfirmed: true,
  },
  ET: {
    text: {
      en: "English is the language of secondary and higher education.",
      fr: "L’anglais est la langue de l’enseignement secondaire et supérieur.",
      ar: "الإنجليزية هي لغة التعليم الثانوي والعالي.",
    },
    isConfirmed: true,
  },
  MA: {
    text: { en: "French is a working language too.", fr: "Le français est aussi une langue de travail.", ar: "الفرنسية أيضًا لغة عمل." },
    isConfirmed: true,
  },
  MR: {
    text: { en: "French is widely used.", fr: "Le français est très utilisé.", ar: "الفرنسية مستعملة كثيرًا." },
    isConfirmed: true,
  },
  SN: {
    text: {
      en: "Wolof is the language most people share.",
      fr: "Le wolof est la langue que la plupart partagent.",
      ar: "الولوفية هي اللغة التي يتقاسمها أكثر الناس.",
    },
    isConfirmed: true,
  },
  ZA: {
    text: {
      en: "South African Sign Language is official too (2023).",
      fr: "La langue des signes sud-africaine est aussi officielle (2023).",
      ar: "لغة الإشارة الجنوب أفريقية رسمية أيضًا (2023).",
    },
    isConfirmed: true,
  },
  ZW: {
    text: {
      en: "The constitution of 2013 names sixteen official languages; these are the main ones.",
      fr: "La constitution de 2013 nomme seize langues officielles ; voici les principales.",
      ar: "يذكر دستور 2013 ست عشرة لغة رسمية؛ هذه أهمها.",
    },
    isConfirmed: true,
  },
}
