import { foldName } from "#app/platform/text.ts"

/** What a column of a list of people may hold. `level` is what they want to study, `class` what they attend now. */
export const listColumns = [
  "name",
  "given",
  "family",
  "email",
  "phone",
  "birth",
  "level",
  "class",
  "field",
  "consent",
  "school",
  "city",
  "country",
] as const
export type ListColumn = (typeof listColumns)[number]

/** What people call the columns, in the three languages; they are compared folded, as names are. */
const headings: readonly (readonly [ListColumn, readonly string[]])[] = [
  ["name", ["name", "names", "full name", "participant", "student", "student name", "candidate", "candidate name"]],
  ["name", ["nom complet", "nom et prénom", "nom et prénoms", "prénom et nom", "nom prénom", "prénom nom", "noms", "noms et prénoms"]],
  ["name", ["nom & prénom", "élève", "candidat"]],
  ["name", ["الاسم", "الاسم الكامل", "اسم", "الاسم والنسب", "الاسم و النسب", "الاسم واللقب", "الاسم و اللقب", "اسم الطالب", "التلميذ"]],
  ["given", ["first name", "firstname", "first names", "given name", "given names", "forename", "other names"]],
  ["given", ["prénom", "prénoms", "prénom(s)", "الاسم الشخصي", "الاسم الأول"]],
  ["family", ["last name", "lastname", "family name", "surname", "nom", "nom de famille"]],
  ["family", ["الاسم العائلي", "اسم العائلة", "النسب", "اللقب"]],
  ["email", ["e-mail", "email", "mail", "email address", "e-mail address"]],
  ["email", ["courriel", "adresse e-mail", "adresse email", "adresse mail", "adresse électronique", "adresse courriel"]],
  ["email", ["البريد", "البريد الإلكتروني", "بريد إلكتروني", "الإيميل", "إيميل", "العنوان الإلكتروني"]],
  [
    "phone",
    ["phone", "phone number", "phone no", "telephone", "tel", "mobile", "mobile number", "cell", "whatsapp", "phone / whatsapp", "contact"],
  ],
  ["phone", ["téléphone", "numéro de téléphone", "n° de téléphone", "numéro", "portable", "gsm", "tél", "n° tél"]],
  ["phone", ["الهاتف", "رقم الهاتف", "هاتف", "الجوال", "رقم الجوال", "المحمول", "واتساب", "رقم الواتساب"]],
  ["birth", ["date of birth", "d.o.b", "dob", "birth date", "birthdate", "birthday", "born", "born on", "year of birth", "birth year"]],
  ["birth", ["date de naissance", "né(e) le", "né le", "née le", "naissance", "ddn", "année de naissance"]],
  ["birth", ["تاريخ الولادة", "تاريخ الميلاد", "الميلاد", "تاريخ الازدياد", "سنة الولادة", "سنة الميلاد"]],
  ["level", ["level", "degree", "degree wanted", "level wanted", "programme level"]],
  ["level", ["niveau souhaité", "niveau visé", "diplôme visé", "diplôme souhaité", "niveau"]],
  ["level", ["المستوى المطلوب", "الشهادة المطلوبة", "المستوى", "الدرجة"]],
  ["class", ["class", "grade", "current class", "current level", "form", "year of study"]],
  ["class", ["classe", "classe actuelle", "niveau actuel", "niveau d'études", "niveau d’études", "série"]],
  ["class", ["القسم", "الصف", "المستوى الحالي", "المستوى الدراسي", "السنة الدراسية"]],
  ["field", ["interest", "interests", "field", "field of study", "subject", "course of interest", "programme", "major"]],
  [
    "field",
    ["domaine", "domaine souhaité", "filière", "filière souhaitée", "spécialité", "domaine d’études", "domaine d'études", "intérêt"],
  ],
  ["field", ["الاختصاص", "التخصص", "المجال", "الشعبة", "الشعبة المطلوبة", "مجال الدراسة", "الاهتمام"]],
  ["consent", ["consent", "can we email you?", "may we email you?", "email consent", "agrees to e-mail", "opt in", "opt-in", "newsletter"]],
  ["consent", ["accord", "accord e-mail", "accord email", "accord mail", "consentement", "j’accepte", "accepte les e-mails"]],
  ["consent", ["الموافقة", "موافقة", "الموافقة على البريد", "الموافقة على البريد الإلكتروني", "هل توافق على مراسلتك؟"]],
  ["school", ["school", "school name", "high school", "college", "institution", "university"]],
  ["school", ["établissement", "lycée", "école", "collège", "établissement d’origine", "université"]],
  ["school", ["المدرسة", "المؤسسة", "الثانوية", "المعهد", "الإعدادية", "الجامعة"]],
  ["city", ["city", "town", "place", "address", "location"]],
  ["city", ["ville", "localité", "commune", "adresse", "lieu"]],
  ["city", ["المدينة", "العنوان", "البلدة", "الولاية", "مكان الإقامة"]],
  ["country", ["country", "country of residence", "pays", "pays de résidence", "البلد", "الدولة", "بلد الإقامة"]],
]

const columnOf = new Map<string, ListColumn>(headings.flatMap(([column, words]) => words.map((word) => [foldName(word), column] as const)))

/** What a heading alone says that its column holds; null for one that is not known. */
export function readHeading(cell: string): ListColumn | null {
  return columnOf.get(foldName(cell)) ?? null
}

/**
 * What each column holds by its heading, each thing once. "Nom" alone is the whole name, beside "prénom" the family's;
 * الاسم beside اللقب is the given name.
 */
export function readHeadings(cells: readonly string[]): (ListColumn | null)[] {
  const taken = new Set<ListColumn>()
  const found = cells.map((cell) => {
    const column = readHeading(cell)
    if (column === null || taken.has(column)) return null
    taken.add(column)
    return column
  })
  const isFamilyAlone = taken.has("family") && !taken.has("given") && !taken.has("name")
  const isNameGiven = taken.has("family") && taken.has("name") && !taken.has("given")
  return found.map((column) => (column === "family" && isFamilyAlone ? "name" : column === "name" && isNameGiven ? "given" : column))
}
