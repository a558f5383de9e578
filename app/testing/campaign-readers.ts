import { uuidAt } from "#app/platform/clock.server.ts"
import type { Actor, Ctx } from "#app/platform/ctx.server.ts"
import type { Message, Mailer, SendResult } from "#app/platform/mailer.server.ts"
import { noPace } from "#app/platform/pace.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { LeadStage, Level, Owner, Purpose, StaffRole, University } from "#app/platform/prisma-client/enums.ts"
import { createCampaign } from "#app/domain/campaigns/create-campaign.server.ts"
import { writeMessage } from "#app/domain/campaigns/write-message.server.ts"

/** A member of staff with an address of their own, as the actor of a request. */
export async function staff(ctx: Ctx, role: StaffRole, university: University): Promise<Extract<Actor, { kind: "staff" }>> {
  const personId = ctx.id()
  const value = `${role}.${personId.slice(-6)}@${university.toLowerCase()}.example`
  await ctx.db.person.create({
    data: {
      id: personId,
      givenName: "Salma",
      familyName: "Idrissi",
      nameFolded: "salma idrissi",
      language: "fr",
      createdAt: ctx.now(),
      staff: { create: { id: ctx.id(), role, university, createdAt: ctx.now() } },
      contacts: { create: { id: ctx.id(), kind: "email", value, typed: value, provedAt: ctx.now(), signsIn: true, createdAt: ctx.now() } },
    },
  })
  return { kind: "staff", personId, sessionId: ctx.id(), name: "Salma Idrissi", role, university }
}

export type Reader = {
  givenName?: string
  language?: Language
  country?: string
  email?: string | null
  birthYear?: number
  level?: Level
  stage?: LeadStage
  /** Where they have a lead. */
  at?: University[]
  /** Consent: where, and whether it is awake, asleep or withdrawn. */
  consents?: { university: University; purpose?: Purpose; is?: "awake" | "asleep" | "withdrawn" }[]
}

let made = 0

/** A candidate in the words of the rule under test. */
export async function reader(ctx: Ctx, given: Reader = {}): Promise<{ personId: string; email: string }> {
  made++
  const personId = ctx.id()
  const email = given.email === undefined ? `reader${made}@post.example` : given.email
  await ctx.db.person.create({
    data: {
      id: personId,
      givenName: given.givenName ?? "Awa",
      familyName: "Diop",
      nameFolded: "awa diop",
      language: given.language ?? "fr",
      country: given.country ?? "SN",
      birthYear: given.birthYear ?? 2004,
      createdAt: ctx.now(),
      ...(email === null
        ? {}
        : {
            contacts: { create: { id: ctx.id(), kind: "email" as const, value: email.toLowerCase(), typed: email, createdAt: ctx.now() } },
          }),
      leads: {
        create: (given.at ?? ["AUI"]).map((university) => ({
          id: ctx.id(),
          university,
          stage: given.stage ?? "new",
          level: given.level ?? "bachelor",
          language: given.language ?? "fr",
          country: given.country ?? "SN",
          activeAt: ctx.now(),
          createdAt: ctx.now(),
        })),
      },
      consents: {
        create: (given.consents ?? [{ university: "AUI" as const }]).map(({ university, purpose = "news", is = "awake" }) => ({
          id: ctx.id(),
          university,
          channel: "email" as const,
          purpose,
          address: (email ?? "").toLowerCase(),
          textShown: "Yes",
          language: given.language ?? "fr",
          source: "test",
          givenAt: ctx.now(),
          awakeAt: is === "asleep" ? null : ctx.now(),
          withdrawnAt: is === "withdrawn" ? ctx.now() : null,
        })),
      },
    },
  })
  return { personId, email: email ?? "" }
}

/** Many readers at once, all awake at AUI. */
export async function manyReaders(ctx: Ctx, count: number): Promise<void> {
  const createdAt = ctx.now()
  const people = Array.from({ length: count }, (_, index) => ({ id: uuidAt(createdAt), email: `crowd${made}-${index}@post.example` }))
  made++
  await ctx.db.person.createMany({
    data: people.map(({ id }, index) => ({
      id,
      givenName: `Nom ${index}`,
      nameFolded: "nom",
      language: "fr" as const,
      country: "SN",
      birthYear: 2000,
      createdAt,
    })),
  })
  await ctx.db.contact.createMany({
    data: people.map(({ id, email }) => ({
      id: uuidAt(createdAt),
      personId: id,
      kind: "email" as const,
      value: email,
      typed: email,
      createdAt,
    })),
  })
  await ctx.db.lead.createMany({
    data: people.map(({ id }) => ({
      id: uuidAt(createdAt),
      personId: id,
      university: "AUI" as const,
      language: "fr" as const,
      activeAt: createdAt,
      createdAt,
    })),
  })
  await ctx.db.consent.createMany({
    data: people.map(({ id, email }) => ({
      id: uuidAt(createdAt),
      personId: id,
      university: "AUI" as const,
      channel: "email" as const,
      purpose: "news" as const,
      address: email,
      textShown: "Yes",
      language: "fr" as const,
      source: "test",
      givenAt: createdAt,
      awakeAt: createdAt,
    })),
  })
}

/** A campaign with its message written in these languages; everybody is its segment. */
export async function campaign(
  ctx: Ctx,
  actor: Extract<Actor, { kind: "staff" }>,
  options: { owner?: Owner; purpose?: "news" | "events"; languages?: Language[]; body?: string } = {},
): Promise<string> {
  const as = ctx.as(actor)
  const owner = options.owner ?? actor.university ?? "JOINT"
  const { done } = await createCampaign(as, { name: "Rentrée", owner, purpose: options.purpose ?? "news" })
  if (done === undefined) throw new Error("not created")
  for (const language of options.languages ?? ["fr"]) {
    await writeMessage(as, {
      campaignId: done.campaignId,
      language,
      subject: "Bonjour {{ given_name }}",
      body: options.body ?? "Les cours commencent, {{given_name}}.",
    })
  }
  return done.campaignId
}

export type FakeVendor = Mailer & {
  sent: (Message & { key: string })[]
  calls: number
  /** What becomes of the next calls; a function decides for each. Null lets it through. */
  fault: (
    call: number,
    messages: readonly Message[],
  ) => "later" | "lost-before" | "lost-after" | "refused" | "shut" | "die-before" | "die-after" | null
}

/** The vendor as its contract says: a repeated key with the same bytes sends nothing again, with other bytes it is refused. */
export function vendor(): FakeVendor {
  const known = new Map<string, { bytes: string; ids: string[] }>()
  const self: FakeVendor = {
    sent: [],
    calls: 0,
    fault: () => null,
    async sendBatch(messages, key): Promise<SendResult> {
      const fault = self.fault(++self.calls, messages)
      if (fault === "die-before") throw new Error("killed")
      if (fault === "later") return { outcome: "later", problem: "429 rate_limit_exceeded", pace: noPace }
      if (fault === "shut") return { outcome: "shut", problem: "401 invalid_api_key", pace: noPace }
      if (fault === "refused") return { outcome: "refused", problem: "422 validation_error", pace: noPace }
      if (fault === "lost-before") return { outcome: "unknown", problem: "no answer", pace: noPace }
      const bytes = JSON.stringify(messages)
      const before = known.get(key)
      if (before !== undefined && before.bytes !== bytes) throw new Error("the same key came with other bytes")
      const ids = before?.ids ?? messages.map((_, index) => `${key}/${index}`)
      if (before === undefined) {
        known.set(key, { bytes, ids })
        self.sent.push(...messages.map((message) => ({ ...message, key })))
      }
      if (fault === "die-after") throw new Error("killed")
      if (fault === "lost-after") return { outcome: "unknown", problem: "no answer", pace: noPace }
      return { outcome: "sent", ids, pace: noPace }
    },
  }
  return self
}
