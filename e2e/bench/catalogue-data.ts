import type { CatalogueText } from "#app/domain/catalogue/catalogue-texts.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { Field, Level, Standing, Topic } from "#app/platform/prisma-client/enums.ts"
import type { Database } from "#app/platform/db.server.ts"
import { questionSeeds } from "#prisma/seed/catalogue/questions.ts"

/*
 * A catalogue as large as the budget of the search asks for, in three languages: subjects that universities teach, in
 * towns, at every level; and the questions of candidates, asked again about each subject and from each country. All of
 * it is made up for measuring and stands in a database that is thrown away.
 */

const subject = (field: keyof typeof Field, en: string, fr: string, ar: string) => ({ field, name: { en, fr, ar } })

export const subjects = [
  subject("engineering", "Civil Engineering", "Génie civil", "الهندسة المدنية"),
  subject("engineering", "Mechanical Engineering", "Génie mécanique", "الهندسة الميكانيكية"),
  subject("engineering", "Electrical Engineering", "Génie électrique", "الهندسة الكهربائية"),
  subject("engineering", "Mining and Geology", "Mines et géologie", "المناجم والجيولوجيا"),
  subject("engineering", "Renewable Energy", "Énergies renouvelables", "الطاقات المتجددة"),
  subject("engineering", "Chemical Processes", "Procédés chimiques", "العمليات الكيميائية"),
  subject("engineering", "Aeronautics", "Aéronautique", "علوم الطيران"),
  subject("computing", "Computer Science", "Informatique", "المعلوميات"),
  subject("computing", "Data Science", "Science des données", "علم البيانات"),
  subject("computing", "Artificial Intelligence", "Intelligence artificielle", "الذكاء الاصطناعي"),
  subject("computing", "Cybersecurity", "Cybersécurité", "الأمن السيبراني"),
  subject("computing", "Telecommunications", "Télécommunications", "الاتصالات"),
  subject("computing", "Robotics", "Robotique", "الروبوتيات"),
  subject("business", "Accounting and Finance", "Comptabilité et finance", "المحاسبة والمالية"),
  subject("business", "Marketing", "Marketing", "التسويق"),
  subject("business", "Logistics", "Logistique", "اللوجستيك"),
  subject("business", "Tourism and Hospitality", "Tourisme et hôtellerie", "السياحة والفندقة"),
  subject("business", "Human Resources", "Ressources humaines", "الموارد البشرية"),
  subject("agriculture", "Agronomy", "Agronomie", "علم الزراعة"),
  subject("agriculture", "Soil Science", "Sciences du sol", "علوم التربة"),
  subject("agriculture", "Water Management", "Gestion de l’eau", "تدبير المياه"),
  subject("agriculture", "Food Processing", "Agroalimentaire", "الصناعات الغذائية"),
  subject("agriculture", "Fisheries", "Pêche", "الصيد البحري"),
  subject("agriculture", "Veterinary Studies", "Études vétérinaires", "البيطرة"),
  subject("social_sciences", "Law", "Droit", "القانون"),
  subject("social_sciences", "Political Science", "Science politique", "العلوم السياسية"),
  subject("social_sciences", "Psychology", "Psychologie", "علم النفس"),
  subject("social_sciences", "Translation", "Traduction", "الترجمة"),
  subject("social_sciences", "History", "Histoire", "التاريخ"),
  subject("social_sciences", "Journalism", "Journalisme", "الصحافة"),
  subject("health", "Nursing", "Soins infirmiers", "التمريض"),
  subject("health", "Pharmacy", "Pharmacie", "الصيدلة"),
  subject("health", "Public Health", "Santé publique", "الصحة العمومية"),
  subject("health", "Physiotherapy", "Kinésithérapie", "الترويض الطبي"),
  subject("health", "Nutrition", "Nutrition", "التغذية"),
  subject("architecture", "Architecture", "Architecture", "الهندسة المعمارية"),
  subject("architecture", "Town Planning", "Urbanisme", "التعمير"),
  subject("architecture", "Landscape", "Paysage", "هندسة المناظر"),
] as const

const levelName: Record<Level, CatalogueText> = {
  bachelor: { en: "Bachelor in", fr: "Licence :", ar: "إجازة في" },
  master: { en: "Master in", fr: "Master :", ar: "ماستر في" },
  phd: { en: "Doctorate in", fr: "Doctorat :", ar: "دكتوراه في" },
}

/** Towns make schools differ; their names are the same letters in two of the languages. */
const towns = [
  ["Ifrane", "إفران"],
  ["Benguerir", "بن جرير"],
  ["Rabat", "الرباط"],
  ["Laâyoune", "العيون"],
  ["Agadir", "أكادير"],
  ["Fès", "فاس"],
  ["Tanger", "طنجة"],
  ["Oujda", "وجدة"],
  ["Safi", "آسفي"],
  ["Meknès", "مكناس"],
  ["Dakhla", "الداخلة"],
  ["Essaouira", "الصويرة"],
] as const

/** Numbers that look random and are the same in every run. */
export function dice(seed: number): <Item>(list: readonly Item[]) => Item {
  let state = seed
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const item = list[Math.floor((state / 2 ** 32) * list.length)]
    if (item === undefined) throw new Error("An empty list")
    return item
  }
}

const each = (make: (language: keyof CatalogueText) => string): CatalogueText => ({ en: make("en"), fr: make("fr"), ar: make("ar") })
const sentences = (text: string) => text.split(/(?<=[.!?؟])\s+/)

/** Writes so many programmes, each with an intake or two, and questions. The search has not read them yet. */
export async function fillCatalogue({ prisma }: Database, sizes: { programmes: number; questions: number }): Promise<void> {
  const pick = dice(1)
  const updatedAt = new Date("2026-11-01T00:00:00Z")
  const levels = Object.values(Level)
  const programmes = Array.from({ length: sizes.programmes }, (_, position) => {
    const { field, name } = pick(subjects)
    const level = pick(levels)
    const other = pick(subjects)
    const [town, arabic] = pick(towns)
    const said = pick(questionSeeds)
    const title = each((language) => `${levelName[level][language]} ${name[language]} (${language === "ar" ? arabic : town})`)
    const about = each(
      (language) => `${other.name[language]}. ${pick(sentences(said.answer[language]))}\n${pick(countries).names[language]}.`,
    )
    return {
      id: crypto.randomUUID(),
      slug: `bench-${position}`,
      owner: pick(["AUI", "UM6P", "UM6P", "JOINT"] as const),
      level,
      field,
      teachingLanguages: pick([["en"], ["fr"], ["fr", "en"], ["ar", "fr"]] as const).slice(),
      city: town,
      school: `School ${position % 40}`,
      standing: pick([Standing.open, Standing.sample, Standing.sample, Standing.closed]),
      title,
      summary: each((language) => `${name[language]}, ${other.name[language]}.`),
      about,
      entry: each((language) => pick(sentences(said.answer[language]))),
      costs: [],
      position,
      updatedAt,
    }
  })
  const intakes = programmes.flatMap(({ id, owner }, position) =>
    Array.from({ length: 1 + (position % 2) }, (_, number) => ({
      id: crypto.randomUUID(),
      programmeId: id,
      owner,
      admissionYear: 2027 + number,
      startsOn: new Date(Date.UTC(2027 + number, 8, 1)),
      opensAt: updatedAt,
      closesAt: new Date(Date.UTC(2027 + number, 3, 1 + (position % 28))),
      seats: 30,
      feeMinor: position % 3 === 0 ? 20_000 : 0,
    })),
  )
  const questions = Array.from({ length: sizes.questions }, (_, position) => {
    const seed = pick(questionSeeds)
    const { name } = pick(subjects)
    const country = pick(countries).names
    return {
      id: crypto.randomUUID(),
      slug: `bench-${position}`,
      topic: pick([seed.topic, pick(Object.values(Topic))]),
      owner: pick([null, "AUI", "UM6P"] as const),
      levels: pick([[], [], ["bachelor"], ["master"], ["phd"]] as const).slice(),
      standing: seed.standing,
      question: each((language) => `${seed.question[language].replace(/\s*[?؟]$/, "")} (${name[language]}, ${country[language]}) ?`),
      answer: each((language) => {
        const said = sentences(seed.answer[language])
        return `${pick(said)} ${pick(said)} ${name[language]}, ${country[language]}.`
      }),
      position,
      updatedAt,
    }
  })
  for (let at = 0; at < programmes.length; at += 1000) await prisma.programme.createMany({ data: programmes.slice(at, at + 1000) })
  for (let at = 0; at < intakes.length; at += 1000) await prisma.intake.createMany({ data: intakes.slice(at, at + 1000) })
  for (let at = 0; at < questions.length; at += 1000) await prisma.question.createMany({ data: questions.slice(at, at + 1000) })
}
