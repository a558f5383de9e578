import { createHash } from "node:crypto"
import type { Ctx, MailRequest, Tx } from "#app/platform/ctx.server.ts"
import { codePoints, foldName, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Field, Level, Owner, University } from "#app/platform/prisma-client/enums.ts"
import { isResidence } from "#app/domain/catalogue/countries.ts"
import { readEmail, readPhone, type Address } from "#app/domain/people/contact.server.ts"
import { consentRows, type Grant } from "#app/domain/people/give-consents.server.ts"
import { newPersonRows } from "#app/domain/people/join-people.server.ts"
import { lockContacts } from "#app/domain/people/lock-contacts.server.ts"
import { isMinor } from "#app/domain/people/majority.ts"
import { readCode } from "#app/domain/sources/short-code.ts"
import { sourceKey } from "#app/domain/sources/source-key.ts"
import { unsubscribeLinks } from "#app/domain/people/preferences-link.server.ts"
import { confirmLink } from "#app/domain/people/prove-address.server.ts"
import { answerDues } from "./answer-clocks.server.ts"
import { grantsOf, needsPhone, phoneBoxes, type ConsentBox } from "./consent-boxes.ts"
import { longestMessage, oldestBirthYear, youngestAge } from "./enquiry-form.server.ts"
import { keepNewcomer } from "./keep-newcomer.server.ts"
import { findSending, keepSending } from "./sendings.server.ts"
import { type Asked, enquiryEvent, enquiryRow, takeEnquiries } from "./take-enquiries.server.ts"

export type EnquiryInput = {
  givenName: string
  familyName: string
  /** As typed; empty when there is none. At least one of e-mail and phone. */
  email: string
  phone: string
  /** One of the 54 countries, or ZZ. */
  country: string
  birthYear: number | null
  /** Known from a list; forms ask for the year alone. */
  birthDate?: Date | null
  level: Level | null
  fields: readonly Field[]
  message: string
  consents: readonly ConsentBox[]
  /** Slug of the programme it is about. */
  programme?: string | null
  /** The university it is for alone, when its programme is of both or it is about none; both without one. */
  university?: University | null
  /** Keys source, medium, campaign, content, term. */
  utm?: Record<string, string>
  /** Short code of the event, school, partner or ambassador it came by, as it was typed or followed. One that nobody made, or that is closed, says nothing. */
  code?: string | null
  /** Host of the site that led them here, as `readReferrer` keeps it. */
  referrer?: string
  /** What was answered in the eligibility check it comes from, as that check writes it. */
  eligibility?: string
  /** Made by the form for one filling-in; with the same content it is the same enquiry at any time. */
  idempotencyKey?: string | null
  /** Made by the service worker for one sending that it tries until it is answered: taken once, whatever became of it since. */
  sendingKey?: string | null
  /** Mark of all that was sent: the same sending key with another one is refused. */
  sendingContent?: string
  /** What they agreed to somewhere else than on a form of this site, with the text that was shown there. */
  shownConsents?: readonly ShownConsent[]
  /** How it came: `form`, `brochure`, `event`, `import`, `kiosk`, `api`. */
  kind?: string
}

export type ShownConsent = {
  grants: readonly Required<Grant>[]
  textShown: string
  /** Where and how it was given. */
  source: string
  givenAt: Date
}

/** What is written together with an enquiry, in its transaction: the RSVP it makes. It sends its own mail, or leaves that to the enquiry. */
export type Companion = {
  leavesMail?: boolean
  /** Tells the enquiry from the same words about something else. */
  key: string
  /** Whether what the earlier enquiry of the same content made still stands; if not, this one is a new one. */
  stands(tx: Tx, enquiryId: string): Promise<boolean>
  /** A "no" before anything is written. */
  check(tx: Tx): Promise<Outcome<undefined>>
  write(tx: Tx, made: { personId: string; enquiryId: string; email: Address | null }): Promise<void>
}

export type EnquiryAnswer = {
  reference: string
  /** mail: an answer comes by e-mail, and a confirmation now; call: an officer will call. */
  answeredBy: "mail" | "call"
  isRepeat: boolean
}

/** Whoever registers for an event, stands on a list, wants a brochure or left no question at a fair waits for no answer. */
function isAnswered({ kind, message }: { kind: string; message: string }): boolean {
  return !["event", "import", "brochure"].includes(kind) && (kind !== "kiosk" || message !== "")
}

const repeatMs = 10 * 60_000
const confirmationMs = 3_600_000
/** To one address within that time: a family writes from one, and nobody fills it with names. */
const mostConfirmations = 3

/**
 * Takes an enquiry: joins or makes the person, opens a lead at each university it is about, keeps the consents asleep
 * with the text shown, and mails one confirmation to each person an hour, and three to an address. The same contact with the same content within
 * ten minutes is the same enquiry: the same answer and nothing written; so is the same sending for a year. With a companion it takes the ordinary road, and
 * the companion's mail goes in place of the confirmation, unless it leaves that to it.
 * Refusals (and those of the companion): field.required, field.no-letter, field.control-characters, field.too-long, field.contact-missing,
 * field.email, field.phone, field.consent-phone, field.country, field.year-range, leads.programme-unknown, leads.sending-other.
 */
export async function makeEnquiry(ctx: Ctx, input: EnquiryInput, companion: Companion | null = null): Promise<Outcome<EnquiryAnswer>> {
  const read = readEnquiry(ctx, input)
  if (read.refused) return { refused: read.refused }
  const { email, phone } = read.done
  const programme = input.programme
    ? await ctx.db.programme.findUnique({ where: { slug: input.programme }, select: { id: true, owner: true } })
    : undefined
  if (programme === null) return refuse("leads.programme-unknown")
  const codeTyped = readCode(input.code ?? "")
  const code =
    codeTyped === null
      ? null
      : await ctx.db.sourceCode.findUnique({ where: { code: codeTyped, closedAt: null }, select: { id: true, code: true } })
  const owner = ownerOf(programme?.owner ?? null, input.university ?? null)
  const universities: University[] = owner === "JOINT" ? ["AUI", "UM6P"] : [owner]
  const contacts = [email?.value, phone?.value].filter((value) => value !== undefined)
  const fingerprint = fingerprintOf(input, contacts, companion?.key ?? (programme === undefined ? owner : `${programme.id} ${owner}`))
  const idempotencyKey = input.idempotencyKey ? hash([input.idempotencyKey, fingerprint]) : null

  const sending = input.sendingKey ? hash([input.sendingKey]) : null
  const content = input.sendingContent === undefined ? "" : hash([input.sendingContent])

  const id = ctx.id()
  const now = ctx.now()
  const kind = input.kind ?? "form"
  const road = { utm: input.utm ?? {}, referrer: input.referrer ?? "", kind }
  const message = tidy(input.message)
  const asked: Asked = {
    ...road,
    id,
    language: ctx.language,
    universities,
    programmeId: programme?.id ?? null,
    givenName: tidy(input.givenName),
    familyName: tidy(input.familyName),
    email,
    phone,
    country: input.country,
    birthYear: input.birthYear,
    birthDate: input.birthDate ?? null,
    level: input.level,
    fields: [...new Set(input.fields)],
    message,
    eligibility: input.eligibility ?? "",
    codeId: code?.id ?? null,
    source: sourceKey({ ...road, code: code?.code ?? null }),
    dues: isAnswered({ kind, message }) ? await answerDues(ctx, universities) : new Map<University, Date | null>(),
    consents: givenConsents(ctx, { enquiryId: id, email, phone, boxes: input.consents, shown: input.shownConsents ?? [] }),
    fingerprint,
    idempotencyKey,
  }
  const { person, contacts: addresses } = newPersonRows(ctx, ctx.id(), asked, now)
  const enquiry = enquiryRow(asked, person.id, now)
  const { reference } = enquiry
  const sameSince = new Date(now.getTime() - repeatMs)
  const answeredBy = email === null ? "call" : "mail"
  const confirmationOf = (personId: string) =>
    confirmation(ctx, {
      personId,
      thing: { name: "enquiry", id },
      reference,
      startsNews: grantsOf(input.consents).length + (input.shownConsents?.length ?? 0) > 0 && !isMinor({ birthYear: input.birthYear }, now),
    })

  const isKept =
    companion === null &&
    sending === null &&
    (await keepNewcomer(ctx, {
      person,
      contacts: addresses,
      enquiry,
      sameSince,
      leads: universities.map((university) => ({
        id: ctx.id(),
        university,
        source: asked.source,
        answerDueAt: asked.dues.get(university) ?? null,
      })),
      consents: asked.consents.flatMap((given) => consentRows(ctx, { ...given, personId: person.id })),
      event: enquiryEvent(ctx, enquiry),
      mail: email === null ? null : ctx.mailRow("enquiry-made", confirmationOf(person.id)(email, email.typed)),
    }))
  if (isKept) return done({ reference, answeredBy, isRepeat: false })

  return ctx.transaction(async (tx) => {
    await lockContacts(tx, sending === null ? contacts : [...contacts, sending])
    const sent = sending === null ? null : await findSending(tx, sending)
    if (sent !== null) {
      if (sent.content !== content) return refuse("leads.sending-other")
      return done({ reference: sent.reference, answeredBy: sent.answeredBy, isRepeat: true } as const)
    }
    const earlier = await tx.db.enquiry.findFirst({
      where: { OR: [{ fingerprint, createdAt: { gt: sameSince } }, ...(idempotencyKey === null ? [] : [{ idempotencyKey }])] },
      orderBy: { createdAt: "desc" },
      select: { id: true, reference: true },
    })
    if (earlier !== null && (companion === null || (await companion.stands(tx, earlier.id)))) {
      const answer = { reference: earlier.reference, answeredBy } as const
      if (sending !== null) await keepSending(ctx, tx, sending, { ...answer, content })
      return done({ ...answer, isRepeat: true } as const)
    }
    const checked = await companion?.check(tx)
    if (checked?.refused) return { refused: checked.refused }

    // What the key made before no longer stands: it stays that enquiry's.
    const ownKey = earlier === null ? idempotencyKey : null
    const [taken] = await takeEnquiries(ctx, tx, [{ ...asked, idempotencyKey: ownKey }])
    if (taken === undefined) throw new Error("An enquiry is somebody's")
    const { personId } = taken
    await companion?.write(tx, { personId, enquiryId: id, email })
    if (email !== null && (companion === null || companion.leavesMail === true))
      await confirmOnce(ctx, tx, personId, email, confirmationOf(personId))
    if (sending !== null) await keepSending(ctx, tx, sending, { reference, answeredBy, content })
    return done({ reference, answeredBy, isRepeat: false } as const)
  })
}

/** Whose an enquiry is: of who has the programme it is about; where both have it, or it is about none, of the one it names, or both. */
export function ownerOf(programme: Owner | null, university: University | null): Owner {
  return programme === null || programme === "JOINT" ? (university ?? "JOINT") : programme
}

/** What is wrong with an enquiry, or its addresses as they are compared. Refusals: those of `makeEnquiry` that begin with `field`. */
export function readEnquiry(ctx: Pick<Ctx, "now">, input: EnquiryInput): Outcome<{ email: Address | null; phone: Address | null }> {
  for (const [field, name] of [
    ["firstName", input.givenName],
    ["lastName", input.familyName],
  ] as const) {
    const text = tidy(name)
    if (hasForbiddenCharacters(text, false)) return refuse("field.control-characters", { field })
    if (codePoints(text) > 120) return refuse("field.too-long", { field, details: { max: 120, count: codePoints(text) } })
    if (text !== "" && !/\p{L}/u.test(text)) return refuse("field.no-letter", { field })
  }
  if (tidy(input.givenName) === "" && tidy(input.familyName) === "") return refuse("field.required", { field: "firstName" })
  if (!isResidence(input.country)) return refuse("field.country", { field: "country" })
  const [typedEmail, typedPhone] = [tidy(input.email), tidy(input.phone)]
  if (typedEmail === "" && typedPhone === "") return refuse("field.contact-missing", { field: "email" })
  const email = typedEmail === "" ? null : readEmail(typedEmail)
  if (typedEmail !== "" && email === null) return refuse("field.email", { field: "email" })
  const phone = typedPhone === "" ? null : readPhone(typedPhone, input.country)
  if (typedPhone !== "" && phone === null) return refuse("field.phone", { field: "phone" })
  if (phone === null && needsPhone(input.consents)) return refuse("field.consent-phone", { field: "phone" })
  const youngest = ctx.now().getUTCFullYear() - youngestAge
  if (input.birthYear !== null && (input.birthYear < oldestBirthYear || input.birthYear > youngest)) {
    return refuse("field.year-range", { field: "birthYear", details: { min: oldestBirthYear, max: youngest } })
  }
  if (hasForbiddenCharacters(input.message, true)) return refuse("field.control-characters", { field: "message" })
  const length = codePoints(tidy(input.message))
  if (length > longestMessage) return refuse("field.too-long", { field: "message", details: { max: longestMessage, count: length } })
  return done({ email, phone })
}

function fingerprintOf(input: EnquiryInput, contacts: readonly string[], about: string): string {
  return hash([
    ...contacts,
    foldName(`${input.givenName} ${input.familyName}`),
    input.country,
    String(input.birthYear ?? ""),
    input.level ?? "",
    [...input.fields].sort().join(","),
    tidy(input.message),
    [...input.consents].sort().join(","),
    about,
    ...(input.eligibility ? [input.eligibility] : []),
    ...(input.shownConsents?.map((shown) => JSON.stringify(shown)) ?? []),
  ])
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url")
}

function isPhoneBox(box: ConsentBox): boolean {
  return phoneBoxes.some((one) => one === box)
}

type Agreed = {
  enquiryId: string
  email: Address | null
  phone: Address | null
  boxes: readonly ConsentBox[]
  shown: readonly ShownConsent[]
}

/** What the ticked boxes give, with the text of each box; and what was agreed to elsewhere, with the text shown there. */
function givenConsents(ctx: Ctx, { enquiryId, email, phone, boxes, shown }: Agreed): Asked["consents"] {
  const grants = grantsOf(boxes)
  const base = { language: ctx.language, sourceId: enquiryId }
  const given = [...new Set(grants.map((grant) => grant.box))].map((box) => ({
    ...base,
    // E-mail with only a number is kept for that number, and sleeps.
    address: (isPhoneBox(box) ? phone?.value : (email?.value ?? phone?.value)) ?? "",
    source: "enquiry",
    textShown: `${ctx.t("enquire.consentTitle")} ${ctx.t(`enquire.consent.${box}`)}`,
    grants: grants.filter((grant) => grant.box === box),
  }))
  const elsewhere = shown.flatMap(({ grants: agreed, ...proof }) => [
    { ...base, ...proof, address: email?.value ?? phone?.value ?? "", grants: agreed.filter(({ channel }) => channel === "email") },
    { ...base, ...proof, address: phone?.value ?? email?.value ?? "", grants: agreed.filter(({ channel }) => channel !== "email") },
  ])
  return [...given, ...elsewhere]
}

type Confirmation = (email: Address, to: string) => MailRequest<"enquiry-made">

function confirmation(
  ctx: Ctx,
  {
    personId,
    thing,
    reference,
    startsNews,
  }: { personId: string; thing: { name: string; id: string }; reference: string; startsNews: boolean },
): Confirmation {
  return (email, to) => {
    const links = unsubscribeLinks(ctx, { personId, owner: "JOINT", language: ctx.language, address: email.value })
    return {
      sender: "JOINT",
      to,
      personId,
      language: ctx.language,
      props: {
        reference,
        confirm: confirmLink(ctx, { personId, address: email.value }),
        startsNews,
        preferences: links.page,
        oneClick: links.oneClick,
      },
      thing,
    }
  }
}

/** One confirmation an hour to each person: two siblings at one address each have their own to confirm. However its letters are cased. */
async function confirmOnce(ctx: Ctx, tx: Tx, personId: string, email: Address, mailOf: Confirmation): Promise<void> {
  const [kept] = await tx.db.$queryRaw<{ typed: string | null; sent: number; isTold: boolean }[]>`
    select
      (select typed from contact where person_id = ${personId}::uuid and kind = 'email' and value = ${email.value}) as typed,
      count(*)::int as sent, coalesce(bool_or(person_id = ${personId}::uuid), false) as "isTold"
    from mail
    where kind = 'enquiry-made' and created_at > ${new Date(ctx.now().getTime() - confirmationMs)}::timestamptz
      and "to" in (select typed from contact where kind = 'email' and value = ${email.value})`
  if (kept === undefined || kept.isTold || kept.sent >= mostConfirmations) return
  // The spelling that is kept for the address: the one the next enquiry looks for.
  await tx.mail("enquiry-made", mailOf(email, kept.typed ?? email.typed))
}
