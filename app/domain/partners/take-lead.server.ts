import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { tidy } from "#app/platform/text.ts"
import { makeEnquiry, type ShownConsent } from "#app/domain/leads/make-enquiry.server.ts"
import type { LeadAnswer } from "./api-schemas.server.ts"
import type { ReadLead } from "./read-lead.server.ts"

/** Nobody who can be a candidate now agreed to anything before: what says so is a date that was never filled in. */
const oldestConsent = new Date("2000-01-01T00:00:00Z")

/**
 * Takes a lead from a partner's program: an enquiry of kind api with the partner as its source, at the university of the
 * key. A consent is kept with the text that the partner showed and how it was given. With a key of its own a lead is taken
 * once: the same again is answered the same, another one by the same key is refused.
 * Refusals: partners.scope-missing, partners.programme-elsewhere, partners.consent-elsewhere, partners.consent-future, partners.consent-old,
 * partners.consent-email, partners.consent-phone, leads.sending-other, and those of `makeEnquiry`.
 */
export async function takeLead(
  ctx: Ctx,
  { lead, idempotencyKey }: { lead: ReadLead; idempotencyKey: string | null },
): Promise<Outcome<LeadAnswer & { isRepeat: boolean }>> {
  const { actor } = ctx
  const scope = "leads.write"
  if (actor.kind !== "partner" || !actor.scopes.includes(scope)) return refuse("partners.scope-missing", { details: { scope } })
  const { body, form } = lead
  const consent = readConsent(ctx, lead)
  if (consent.refused) return consent
  if (actor.university !== null) {
    if (body.consent?.gives.some(({ university }) => university !== actor.university)) {
      return refuse("partners.consent-elsewhere", { field: "consent/gives" })
    }
    const programme = body.programme
      ? await ctx.db.programme.findUnique({ where: { slug: body.programme }, select: { owner: true } })
      : null
    if (programme !== null && programme.owner !== "JOINT" && programme.owner !== actor.university) {
      return refuse("partners.programme-elsewhere", { field: "programme" })
    }
  }
  const { isTrapped: _, idempotencyKey: __, ...enquiry } = form
  const campaign = tidy(body.campaign ?? "")
  const outcome = await makeEnquiry(ctx.inLanguage(body.language), {
    ...enquiry,
    kind: "api",
    programme: body.programme ?? null,
    university: actor.university,
    utm: { source: actor.partner, medium: "api", ...(campaign === "" ? {} : { campaign }) },
    shownConsents: consent.done,
    ...(idempotencyKey === null ? {} : { sendingKey: `api ${actor.keyId} ${idempotencyKey}`, sendingContent: JSON.stringify(body) }),
  })
  if (outcome.refused) {
    return outcome.refused.code === "leads.programme-unknown" ? refuse("leads.programme-unknown", { field: "programme" }) : outcome
  }
  return done(outcome.done)
}

function readConsent(ctx: Ctx, { body, form }: ReadLead): Outcome<ShownConsent[]> {
  const { consent } = body
  if (consent === undefined) return done([])
  const givenAt = new Date(consent.givenAt)
  if (givenAt > ctx.now()) return refuse("partners.consent-future", { field: "consent/givenAt" })
  if (givenAt < oldestConsent)
    return refuse("partners.consent-old", { field: "consent/givenAt", details: { year: oldestConsent.getUTCFullYear() } })
  const channels = new Set(consent.gives.map(({ channel }) => channel))
  if (channels.has("email") && form.email === "") return refuse("partners.consent-email", { field: "consent/gives" })
  if ([...channels].some((channel) => channel !== "email") && form.phone === "") {
    return refuse("partners.consent-phone", { field: "consent/gives" })
  }
  // What is said twice is given once.
  const grants = [...new Map(consent.gives.map((grant) => [`${grant.university} ${grant.channel} ${grant.purpose}`, grant])).values()]
  return done([{ grants, textShown: tidy(consent.textShown), source: `api/${consent.basis}`, givenAt }])
}
