import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Language, Owner } from "#app/platform/prisma-client/enums.ts"

/** Whom a letter about a choice goes to, and what it names, in that person's language. */
export type Addressee = {
  personId: string
  name: string
  /** The address the person signs in with, as typed; null when there is none. */
  to: string | null
  language: Language
  programme: string
  /** Whose letter it is: the university the choice was placed at, else the owner of its intake. */
  sender: Owner
  /** A day, as `YYYY-MM-DD`. */
  startsOn: string
}

export async function findAddressee(db: Pick<Prisma.TransactionClient, "choice">, choiceId: string): Promise<Addressee> {
  const choice = await db.choice.findUniqueOrThrow({
    where: { id: choiceId },
    select: {
      university: true,
      intake: { select: { owner: true, startsOn: true, programme: { select: { title: true } } } },
      application: {
        select: {
          givenNames: true,
          person: {
            select: {
              id: true,
              givenName: true,
              language: true,
              contacts: {
                where: { kind: "email" },
                orderBy: [{ signsIn: "desc" }, { createdAt: "asc" }],
                take: 1,
                select: { typed: true },
              },
            },
          },
        },
      },
    },
  })
  const { person, givenNames } = choice.application
  return {
    personId: person.id,
    name: givenNames === "" ? person.givenName : givenNames,
    to: person.contacts[0]?.typed ?? null,
    language: person.language,
    programme: textIn(person.language, choice.intake.programme.title),
    sender: choice.university ?? choice.intake.owner,
    startsOn: choice.intake.startsOn.toISOString().slice(0, 10),
  }
}
