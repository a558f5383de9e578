import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import type { EventContent } from "#app/domain/editing/event-content.ts"
import { publishVersion } from "#app/domain/editing/publish-version.server.ts"
import { reviewVersion } from "#app/domain/editing/review-version.server.ts"
import { saveDraft } from "#app/domain/editing/save-draft.server.ts"
import type { ListRow } from "#app/domain/events/attendance-list.server.ts"
import { makeRsvp } from "#app/domain/events/make-rsvp.server.ts"
import { noteAttendance } from "#app/domain/events/note-attendance.server.ts"
import { takeList } from "#app/domain/events/take-list.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { must } from "./applications.ts"
import type { somePerson } from "./people.ts"

type Text = { en: string; fr: string; ar: string }
type Seed = Pick<EventContent, "owner" | "eventKind" | "title" | "summary" | "capacity" | "country" | "venue"> & {
  /** Days from today, and the hour by Morocco's clock. */
  day: number
  hour: number
  hours: number
  /** How many of the demonstration's people register. */
  guests: number
  isDraft?: boolean
}

const kind = "event" as const
const nowhere: Text = { en: "", fr: "", ar: "" }
const about: Text = {
  en: "This event is a sample of the demonstration: nobody meets there.\nA real page says here who speaks, in which languages, and what to bring.\nComing is free and binds you to nothing. Nobody from us asks for money at an event.",
  fr: "Cet événement est un exemple de la démonstration : personne ne s’y réunit.\nUne vraie page dit ici qui parle, en quelles langues, et quoi apporter.\nVenir est gratuit et n’engage à rien. Personne chez nous ne demande d’argent à un événement.",
  ar: "هذا اللقاء مثال من النسخة التجريبية: لا أحد يجتمع فيه.\nتذكر الصفحة الحقيقية هنا من يتحدث، وبأي لغات، وماذا تحضر معك.\nالحضور مجاني ولا يلزمك بشيء. لا أحد منا يطلب مالًا في لقاء.",
}

const seeds: readonly Seed[] = [
  {
    owner: "JOINT",
    eventKind: "online",
    title: {
      en: "Both universities, one hour online",
      fr: "Les deux universités, une heure en ligne",
      ar: "الجامعتان في ساعة واحدة عن بعد",
    },
    summary: {
      en: "Ask both admissions offices your questions: papers, languages, costs, scholarships.",
      fr: "Posez vos questions aux deux services d’admission : dossier, langues, coûts, bourses.",
      ar: "اطرح أسئلتك على مصلحتي القبول: الوثائق واللغات والتكاليف والمنح.",
    },
    venue: nowhere,
    country: "",
    capacity: 200,
    day: 6,
    hour: 18,
    hours: 1,
    guests: 14,
  },
  {
    owner: "UM6P",
    eventKind: "fair",
    title: { en: "UM6P at a fair in Dakar", fr: "L’UM6P à un salon à Dakar", ar: "محمد السادس متعددة التخصصات في معرض بداكار" },
    summary: {
      en: "Come with your latest school report: an outreach officer reads it with you.",
      fr: "Venez avec votre dernier bulletin : une personne de l’équipe le lit avec vous.",
      ar: "احضر مع آخر كشف نقط لك: يقرؤه معك شخص من الفريق.",
    },
    venue: { en: "Dakar, hall to be confirmed", fr: "Dakar, salle à confirmer", ar: "داكار، القاعة في انتظار التأكيد" },
    country: "SN",
    capacity: null,
    day: 20,
    hour: 10,
    hours: 6,
    guests: 9,
  },
  {
    owner: "AUI",
    eventKind: "fair",
    title: { en: "Al Akhawayn at a fair in Kano", fr: "Al Akhawayn à un salon à Kano", ar: "الأخوين في معرض بكانو" },
    summary: {
      en: "English tests, entry and costs, with somebody of the outreach team.",
      fr: "Tests d’anglais, admission et coûts, avec une personne de l’équipe.",
      ar: "اختبارات الإنجليزية والقبول والتكاليف مع شخص من الفريق.",
    },
    venue: { en: "Kano, place to be confirmed", fr: "Kano, lieu à confirmer", ar: "كانو، المكان في انتظار التأكيد" },
    country: "NG",
    capacity: null,
    day: 27,
    hour: 9,
    hours: 5,
    guests: 5,
  },
  {
    owner: "AUI",
    eventKind: "online",
    title: {
      en: "Small group: writing your motivation",
      fr: "En petit groupe : écrire sa motivation",
      ar: "في مجموعة صغيرة: كتابة رسالة الدافع",
    },
    summary: {
      en: "Six people and an admissions officer, for one hour. In English and French.",
      fr: "Six personnes et une personne des admissions, pendant une heure. En anglais et en français.",
      ar: "ستة أشخاص مع شخص من القبول لمدة ساعة. بالإنجليزية والفرنسية.",
    },
    venue: nowhere,
    country: "",
    capacity: 6,
    day: 10,
    hour: 17,
    hours: 1,
    guests: 6,
  },
  {
    owner: "UM6P",
    eventKind: "online",
    title: {
      en: "Research at UM6P: questions of master’s graduates",
      fr: "La recherche à l’UM6P : vos questions",
      ar: "البحث في محمد السادس متعددة التخصصات: أسئلتكم",
    },
    summary: nowhere,
    venue: nowhere,
    country: "",
    capacity: null,
    day: 40,
    hour: 16,
    hours: 1,
    guests: 0,
    isDraft: true,
  },
]

/** A fair that is over, of both: for some it is noted whether they came, for the others it still waits. */
const over = {
  owner: "JOINT",
  eventKind: "fair",
  title: { en: "Both universities at a fair in Thiès", fr: "Les deux universités à un salon à Thiès", ar: "الجامعتان في معرض بتييس" },
  summary: {
    en: "Questions and school reports, at the table of the two universities.",
    fr: "Vos questions et vos bulletins, à la table des deux universités.",
    ar: "أسئلتكم وكشوف نقطكم عند طاولة الجامعتين.",
  },
  about,
  venue: { en: "Thiès, sample hall", fr: "Thiès, salle d’exemple", ar: "تييس، قاعة مثال" },
  country: "SN",
  link: "",
  capacity: null,
  isSample: true,
} as const satisfies Omit<EventContent, "kind" | "slug" | "startsAt" | "endsAt">

/** Who came to it without having registered. */
const walkIns: readonly ListRow[] = [
  { line: 2, givenName: "Ndeye Coumba", familyName: "Sarr", email: "ndeye.sarr.thies@example.org", phone: "" },
  { line: 3, givenName: "Babacar", familyName: "Ndour", email: "", phone: "77 123 45 99" },
]

type Parts = {
  /** Sets the clock of the demonstration some days back. */
  at(daysAgo: number): void
  outreachOf(university: University): Ctx
  headOf(university: University): Ctx
  visitor: Ctx
  guests: readonly ReturnType<typeof somePerson>[]
  /** Who had written before the event that is over. */
  earlierGuests: readonly ReturnType<typeof somePerson>[]
  runJobs(): Promise<void>
}

/** Sample events with those who registered: online and at fairs, one full, one still a draft, one over. */
export async function seedEvents(parts: Parts): Promise<void> {
  await seedOver(parts)
  const { at, outreachOf, headOf, visitor, guests, runJobs } = parts
  at(0.4)
  for (const { day, hour, hours, guests: count, isDraft = false, ...said } of seeds) {
    const university = said.owner === "JOINT" ? "UM6P" : said.owner
    const outreach = outreachOf(university)
    const startsAt = moroccoInstant(moroccoDay(outreach.now(), day), hour, 0)
    const content = {
      ...said,
      about: isDraft ? nowhere : about,
      link: said.eventKind === "online" ? "https://meet.example/sample" : "",
      ...during(startsAt, hours),
      isSample: true,
    }
    const id = await draft(outreach, content)
    if (isDraft) continue
    const slug = await publish(headOf(university), id)
    await register({ visitor, runJobs }, slug, guests.slice(0, count))
  }
}

function during(startsAt: Date, hours: number): Pick<EventContent, "startsAt" | "endsAt"> {
  return { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + hours * 3_600_000).toISOString() }
}

async function draft(outreach: Ctx, said: Omit<EventContent, "kind" | "slug">): Promise<string> {
  const content = { ...said, kind, slug: "" }
  return must(await saveDraft(outreach, { id: null, version: 0, base: "en", content, holds: [] }), said.title.en).id
}

/** Returns its address on the site. */
async function publish(head: Ctx, id: string): Promise<string> {
  must(await reviewVersion(head, { kind, id, number: 1 }), "event read")
  must(await publishVersion(head, { kind, id, number: 1 }), "event published")
  return (await head.db.publicEvent.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug
}

async function register({ visitor, runJobs }: Pick<Parts, "visitor" | "runJobs">, slug: string, guests: Parts["guests"]): Promise<void> {
  for (const { enquiry, language } of guests) {
    const { email, phone, country, birthYear, givenName, familyName } = enquiry
    const asked = { email, phone, country, birthYear, givenName, familyName, level: null, fields: [], message: "", consents: [] }
    must(await makeRsvp(visitor.inLanguage(language), { slug, enquiry: asked }), `${slug} rsvp`)
    await runJobs()
  }
}

async function seedOver({ at, outreachOf, headOf, visitor, earlierGuests }: Parts): Promise<void> {
  const outreach = outreachOf("UM6P")
  at(3)
  const startsAt = moroccoInstant(moroccoDay(outreach.now()), 15, 0)
  at(5)
  const eventId = await draft(outreach, { ...over, ...during(startsAt, 3) })
  const slug = await publish(headOf("UM6P"), eventId)
  // What others wait for is not due on that day: these jobs run with theirs.
  await register({ visitor, runJobs: async () => {} }, slug, earlierGuests)
  at(1.9)
  const rsvps = await outreach.db.rsvp.findMany({ where: { publicEventId: eventId }, orderBy: { id: "asc" }, select: { id: true } })
  const seen = rsvps.map(({ id }) => ({ rsvpId: id, from: null }))
  must(await noteAttendance(outreach, { eventId, guests: seen.slice(0, 4), to: "came" }), "who came")
  must(await noteAttendance(outreach, { eventId, guests: seen.slice(4, 6), to: "missed" }), "who did not come")
  must(await takeList(outreach, { eventId, rows: walkIns, country: "SN", language: "fr" }), "the list off the door")
}
