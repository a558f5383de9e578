import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { isMinor } from "../people/majority.ts"
import type { SectionFacts } from "./application-sections.ts"

/** What a candidate has answered so far: what the sections show and completeness is judged by. */
const answersSelect = {
  id: true,
  reference: true,
  personId: true,
  admissionYear: true,
  state: true,
  language: true,
  givenNames: true,
  familyName: true,
  birthDate: true,
  gender: true,
  nationalities: true,
  residence: true,
  motivation: true,
  fundingPlan: true,
  fundingNote: true,
  schemeIds: true,
  preferredUniversity: true,
  createdAt: true,
  submittedAt: true,
  withdrawnAt: true,
  credentials: { orderBy: { kind: "asc" } },
  sections: { select: { section: true, savedAt: true, isComplete: true } },
  choices: {
    orderBy: { rank: "asc" },
    select: {
      id: true,
      rank: true,
      state: true,
      stateBefore: true,
      movedAt: true,
      university: true,
      placementRule: true,
      placementFacts: true,
      intakeId: true,
      intake: {
        select: {
          id: true,
          owner: true,
          startsOn: true,
          feeMinor: true,
          feeCurrency: true,
          opensAt: true,
          closesAt: true,
          isSample: true,
          programme: {
            select: {
              id: true,
              slug: true,
              title: true,
              owner: true,
              level: true,
              field: true,
              teachingLanguages: true,
              city: true,
              standing: true,
              isArchived: true,
            },
          },
        },
      },
    },
  },
  person: {
    select: {
      guardians: {
        where: { withdrawnAt: null },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { id: true, name: true, relation: true, email: true, phone: true, askedAt: true, consentedAt: true },
      },
    },
  },
} as const satisfies Prisma.ApplicationSelect

export type Answers = Prisma.ApplicationGetPayload<{ select: typeof answersSelect }>

/** The candidate's application of the latest admission year; null when they have none. */
export function readOwnApplication(db: Ctx["db"] | Tx["db"], personId: string): Promise<Answers | null> {
  return db.application.findFirst({ where: { personId }, orderBy: { admissionYear: "desc" }, select: answersSelect })
}

/** As above, holding the row until the transaction ends: whoever else wants to change the application waits. */
export async function lockOwnApplication(tx: Tx, personId: string): Promise<Answers | null> {
  await tx.db.$queryRaw`select id from application where person_id = ${personId}::uuid for update`
  return readOwnApplication(tx.db, personId)
}

export function guardianOf(answers: Answers) {
  return answers.person.guardians[0] ?? null
}

export function sectionFacts(answers: Answers, now: Date): SectionFacts {
  return {
    ...answers,
    lacksGuardian: isMinor(answers, now) && guardianOf(answers) === null,
    choices: answers.choices.map((choice) => ({ level: choice.intake.programme.level })),
  }
}
