import { createHash } from "node:crypto"
import { languages } from "#app/locales/languages.ts"
import type { Db } from "#app/platform/db.server.ts"
import { translator } from "#app/platform/i18n.ts"
import type { Field, Level, Owner, Topic } from "#app/platform/prisma-client/enums.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { foldWords } from "#app/platform/text.ts"
import { type CatalogueText, catalogueText } from "./catalogue-texts.ts"
import type { FilterName } from "./catalogue-filter.ts"
import { cityName } from "./cities.ts"
import { type Trait, type TraitColumn, traits } from "./programme-traits.ts"

/** Raised when texts are folded or weighted otherwise than before: everything is then read again. */
const manner = "2"
const batch = 500
const beforeAll = "00000000-0000-0000-0000-000000000000"
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
  await db.$executeRaw`delete from programme_search s using programme p where p.id = s.programme_id and p.is_archived`
  await db.$executeRaw`delete from question_search s using question q where q.id = s.question_id and q.is_archived`
  await db.$executeRaw(programmeTraits)
  await db.$executeRaw(questionPlaces)
  let read = 0
  // In the order of their ids, so that the texts of each are hashed once.
  for (let last = beforeAll; ;) {
    const rows = await db.$queryRaw<ProgrammeTexts[]>`
      select p.id::text, mark, title, summary, about, entry, school, city, p.field::text, p.level::text, p.owner::text
      from programme p join programme_search s on s.programme_id = p.id,
        lateral (select md5(concat_ws('|', ${labels}::text, title, summary, about, entry, school, city, p.field, p.level, p.owner)) as mark) m
      where p.id > ${last}::uuid and mark <> search_of order by p.id limit ${batch}`
    if (rows.length === 0) break
    last = rows.at(-1)?.id ?? last
    const entries = JSON.stringify(rows.map(programmeEntry))
    await db.$executeRaw`
      update programme_search t set search = ${vector}, search_of = d.mark from ${recordset(entries)} where t.programme_id = d.id`
    read += rows.length
  }
  for (let last = beforeAll; ;) {
    const rows = await db.$queryRaw<QuestionTexts[]>`
      select q.id::text, mark, q.topic::text, owner::text, question, answer
      from question q join question_search s on s.question_id = q.id,
        lateral (select md5(concat_ws('|', ${labels}::text, question, answer, q.topic, owner)) as mark) m
      where q.id > ${last}::uuid and mark <> search_of order by q.id limit ${batch}`
    if (rows.length === 0) break
    last = rows.at(-1)?.id ?? last
    const entries = JSON.stringify(rows.map(questionEntry))
    await db.$executeRaw`
      update question_search t set search = ${vector}, search_of = d.mark from ${recordset(entries)} where t.question_id = d.id`
    read += rows.length
  }
  if (read > 0) {
    // What is still to be sorted into the indexes is read through by every search until then.
    await db.$queryRaw`select gin_clean_pending_list('programme_search_words'), gin_clean_pending_list('question_search_words')`
    await db.$executeRaw`
      with said as materialized (
        select word, sum(programmes)::int as programmes, sum(questions)::int as questions from (
          select word, ndoc as programmes, 0 as questions from ts_stat('select search from programme_search')
          union all select word, 0, ndoc from ts_stat('select search from question_search')
        ) stat group by word
      ), gone as (
        delete from search_word where word not in (select word from said)
      )
      insert into search_word as s (word, programmes, questions) select word, programmes, questions from said
      on conflict (word) do update set programmes = excluded.programmes, questions = excluded.questions
      where (s.programmes, s.questions) is distinct from (excluded.programmes, excluded.questions)`
  }
  return { read }
}

/**
 * When a programme has a trait. What both universities share is in the list of each; what is only announced has no
 * field and no date yet.
 */
const has: Record<Exclude<FilterName, "year">, (value: string) => Prisma.Sql> = {
  level: (level) => Prisma.sql`level = ${level}::level`,
  field: (field) => Prisma.sql`field = ${field.replace("-", "_")}::field and standing <> 'announced'`,
  university: (university) => Prisma.sql`p.owner in (upper(${university})::owner, 'JOINT')`,
  teaching: (language) => Prisma.sql`${language}::language = any (teaching_languages)`,
  standing: (standing) => Prisma.sql`standing = ${standing}::standing`,
  fee: () => Prisma.sql`start.is_free`,
  scholarship: () => Prisma.sql`exists (
    select 1 from programme_scheme l join scheme on scheme.id = l.scheme_id where l.programme_id = p.id and not scheme.is_archived
  )`,
}

function bitsOf(column: TraitColumn, holds: (trait: Trait) => Prisma.Sql): Prisma.Sql {
  const bits = traits.filter((trait) => trait.column === column)
  return Prisma.join(
    bits.map((trait) => Prisma.sql`(coalesce((${holds(trait)})::int, 0) << ${trait.bit}::int)`),
    " | ",
  )
}

const programmeTraits = Prisma.sql`
  insert into programme_search as s (programme_id, position, traits, years)
  select p.id, position,
    ${bitsOf("traits", ({ name, value }) => (name === "year" ? Prisma.sql`false` : has[name](value)))},
    ${bitsOf("years", ({ value }) => Prisma.sql`${Number(value)}::int = any (start.years)`)}
  from programme p left join (
    select programme_id, array_agg(distinct admission_year) as years, bool_or(fee_minor = 0) as is_free from intake group by programme_id
  ) start on start.programme_id = p.id
  where not p.is_archived
  on conflict (programme_id) do update set position = excluded.position, traits = excluded.traits, years = excluded.years
  where (s.position, s.traits, s.years) is distinct from (excluded.position, excluded.traits, excluded.years)`

const questionPlaces = Prisma.sql`
  insert into question_search as s (question_id, topic, position) select id, topic, position from question where not is_archived
  on conflict (question_id) do update set topic = excluded.topic, position = excluded.position
  where (s.topic, s.position) is distinct from (excluded.topic, excluded.position)`

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
