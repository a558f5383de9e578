import { mergePeople } from "#app/domain/identity/merge-people.server.ts"
import { type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { must } from "./applications.ts"

type Parts = {
  at: (daysAgo: number) => void
  visitor: Ctx
  officer: Ctx
  runJobs: () => Promise<void>
}

type Twice = { language: Language; first: Partial<EnquiryInput>; second: Partial<EnquiryInput> }

/** People who wrote twice under names that are nearly the same: by one phone, from a list, at a fair. */
const twice: readonly Twice[] = [
  {
    language: "fr",
    first: {
      givenName: "Mamadou",
      familyName: "Diallo",
      country: "GN",
      phone: "+224621555010",
      birthYear: 2006,
      message: "Quelles bourses pour l’informatique ?",
    },
    second: {
      givenName: "Mohamed",
      familyName: "Jallow",
      country: "GN",
      phone: "+224621555010",
      email: "mjallow@example.org",
      birthYear: 2006,
    },
  },
  {
    language: "ar",
    first: {
      givenName: "محمد",
      familyName: "ولد الشيخ",
      country: "MR",
      email: "m.cheikh@example.org",
      birthDate: new Date("2005-03-04"),
      message: "هل توجد منح للماجستير؟",
    },
    second: {
      givenName: "Cheikh",
      familyName: "Mohamed Ould",
      country: "MR",
      phone: "+22222123456",
      birthDate: new Date("2005-04-03"),
      kind: "import",
    },
  },
]

/** These two were found to be one, and are. */
const merged: Twice = {
  language: "en",
  first: {
    givenName: "Chinedu",
    familyName: "Okonkwo",
    country: "NG",
    email: "chinedu.okonkwo@example.org",
    birthDate: new Date("2004-11-12"),
    message: "Do you take WAEC results of 2023?",
  },
  second: { givenName: "Okonkwo", familyName: "Chinedu Paul", country: "NG", phone: "+2348031234567", birthDate: new Date("2004-11-12") },
}

/** Pairs that the desk is to look at, and one that it has made one person. */
export async function seedDoubles({ at, visitor, officer, runJobs }: Parts): Promise<void> {
  // The clock goes back: nothing may wait that was due later.
  await runJobs()
  for (const [index, pair] of [...twice, merged].entries()) {
    at(6 - index)
    const first = await ask(visitor, pair.language, pair.first)
    at(2 - index / 10)
    const second = await ask(visitor, pair.language, pair.second)
    await runJobs()
    if (pair === merged) must(await mergePeople(officer, { keptId: first, awayId: second }), "merge")
    await runJobs()
  }
}

async function ask(visitor: Ctx, language: Language, said: Partial<EnquiryInput>): Promise<string> {
  const { reference } = must(
    await makeEnquiry(visitor.inLanguage(language), {
      givenName: "",
      familyName: "",
      email: "",
      phone: "",
      country: "ZZ",
      birthYear: null,
      level: "master",
      fields: ["computing"],
      message: "",
      consents: [],
      ...said,
    }),
    "enquiry",
  )
  return (await visitor.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
}
