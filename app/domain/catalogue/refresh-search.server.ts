import { createHash } from "node:crypto"
import { languages } from "#app/locales/languages.ts"
import type { Db } from "#app/platform/db.server.ts"
import { translator } from "#app/platform/i18n.ts"
import type { Field, Level, Owner, Topic } from "#app/platform/prisma-client/enums.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { foldWords } from "#app/platform/text.ts"
import { type CatalogueText, catalogueText } from "./catalogue-texts.ts"
import { cityName } from "./cities.ts"

/** Raised when texts are folded or weighted otherwise than before: everything is then read again. */
const manner = "1"
const batch = 500
/** Of a long text the search reads the beginning: a word further down says little of what the thing is about. */
const longest = 1500

type Part = "a" | "b" | "c"
const parts = ["a", "b", "c"] as const
type Entry = { id: string; mark: string } & Record<`${(typeof languages)[number]}_${Part}`, string>

type ProgrammeTexts = {
  id: string
  mark: string
  title: unknown
  summary: unknown
  about: unknown
  entry: unknown
  school: string
  city: string
  field: Field
  level: Level
  owner: Owner
}
type QuestionTexts = { id: string; mark: string; topic: Topic; owner: Owner | null; question: unknown; answer: unknown }

/**
 * Reads again what has changed in the texts of programmes and questions, so that the search finds it. What has not
 * changed is left alone. Runs in the transaction that publishes, and once when a process starts.
 */
export async function refreshSearch(db: Pick<Db, "$queryRaw" | "$executeRaw">): Promise<{ read: number }> {
  const labels = labelsHash()
  let read = 0
  for (;;) {
    const rows = await db.$queryRaw<ProgrammeTexts[]>`
      select id::text, mark, title, summary, about, entry, school, city, field::text, level::text, owner::text
      from (select *, md5(concat_ws('|', ${labels}::text, title, summary, about, entry, school, city, field, level, owner)) as mark from programme) p
      where mark <> search_of limit ${batch}`
    if (rows.length === 0) break
    const entries = JSON.stringify(rows.map(programmeEntry))
    await db.$executeRaw`update programme t set search = ${vector}, search_of = d.mark from ${recordset(entries)} where t.id = d.id`
    read += rows.length
  }
  for (;;) {
    const rows = await db.$queryRaw<QuestionTexts[]>`
      select id::text, mark, topic::text, owner::text, question, answer
      from (select *, md5(concat_ws('|', ${labels}::text, question, answer, topic, owner)) as mark from question) q
      where mark <> search_of limit ${batch}`
    if (rows.length === 0) break
    const entries = JSON.stringify(rows.map(questionEntry))
    await db.$executeRaw`update question t set search = ${vector}, search_of = d.mark from ${recordset(entries)} where t.id = d.id`
    read += rows.length
  }
  const words = Prisma.sql`select word from ts_stat('select search from programme union all select search from question')`
  if (read > 0) {
    await db.$executeRaw`insert into search_word (word) ${words} on conflict do nothing`
    await db.$executeRaw`delete from search_word where word not in (${words})`
  }
  return { read }
}

/** Titles weigh most, then what the thing belongs to, then its summary; each word as it stands and by the stem of each language. */
const vector = Prisma.join(
  parts.flatMap((part) =>
    languages.flatMap((language) => {
      const column = Prisma.raw(`d.${language}_${part}`)
      const weight = Prisma.raw(`'${part.toUpperCase()}'`)
      const stems = Prisma.raw(`'${{ en: "english", fr: "french", ar: "arabic" }[language]}'`)
      return [
        Prisma.sql`setweight(to_tsvector('simple', ${column}), ${weight})`,
        Prisma.sql`setweight(to_tsvector(${stems}, ${column}), ${weight})`,
      ]
    }),
  ),
  " || ",
)

function recordset(entries: string): Prisma.Sql {
  const columns = Prisma.raw(languages.flatMap((language) => parts.map((part) => `${language}_${part} text`)).join(", "))
  return Prisma.sql`jsonb_to_recordset(${entries}::jsonb) as d(id uuid, mark text, ${columns})`
}

function programmeEntry(row: ProgrammeTexts): Entry {
  const [title, summary, about, asked] = [row.title, row.summary, row.about, row.entry].map((column) => catalogueText.parse(column))
  return entryOf(row, {
    a: (language) => [title?.[language]],
    b: (language) => {
      const t = translator(language)
      return [
        t(`catalogue.searchWords.field.${row.field}`),
        t(`catalogue.searchWords.level.${row.level}`),
        t(`common.university.${row.owner}`),
        t(`common.universityShort.${row.owner}`),
        cityName(row.city, language),
        row.school,
        summary?.[language],
      ]
    },
    c: (language) => [about?.[language], asked?.[language]],
  })
}

function questionEntry(row: QuestionTexts): Entry {
  const question: CatalogueText = catalogueText.parse(row.question)
  const answer: CatalogueText = catalogueText.parse(row.answer)
  return entryOf(row, {
    a: (language) => [question[language]],
    b: (language) => {
      const t = translator(language)
      return [t(`catalogue.topic.${row.topic}`), row.owner === null ? "" : t(`common.universityShort.${row.owner}`)]
    },
    c: (language) => [answer[language]],
  })
}

function entryOf(
  { id, mark }: { id: string; mark: string },
  texts: Record<Part, (language: (typeof languages)[number]) => (string | undefined)[]>,
): Entry {
  const folded = (part: Part, language: (typeof languages)[number]) =>
    foldWords(texts[part](language).join(" ").slice(0, longest)).join(" ")
  return {
    id,
    mark,
    en_a: folded("a", "en"),
    en_b: folded("b", "en"),
    en_c: folded("c", "en"),
    fr_a: folded("a", "fr"),
    fr_b: folded("b", "fr"),
    fr_c: folded("c", "fr"),
    ar_a: folded("a", "ar"),
    ar_b: folded("b", "ar"),
    ar_c: folded("c", "ar"),
  }
}

/** The words of our own languages go into the search too: when they change, everything is read again. */
function labelsHash(): string {
  const hash = createHash("sha256").update(manner)
  for (const language of languages) {
    const t = translator(language)
    hash
      .update(JSON.stringify(t("catalogue.searchWords", { returnObjects: true })))
      .update(JSON.stringify(t("catalogue.topic", { returnObjects: true })))
  }
  return hash.digest("base64url")
}
