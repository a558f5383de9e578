import { acceptOffer } from "#app/domain/admissions/accept-offer.server.ts"
import { declineOffer } from "#app/domain/admissions/decline-offer.server.ts"
import { makeOffer } from "#app/domain/admissions/make-offer.server.ts"
import { refuseChoice } from "#app/domain/admissions/refuse-choice.server.ts"
import { markChoiceSeen } from "#app/domain/admissions/mark-choice-seen.server.ts"
import { nextSteps, reasonCodes } from "#app/domain/admissions/refusal-reasons.ts"
import { askForMore } from "#app/domain/admissions/ask-for-more.server.ts"
import { confirmPlace } from "#app/domain/admissions/confirm-place.server.ts"
import { deferPlace } from "#app/domain/admissions/defer-place.server.ts"
import { endPlace } from "#app/domain/admissions/end-place.server.ts"
import { endWaiting } from "#app/domain/admissions/end-waiting.server.ts"
import { inviteToInterview } from "#app/domain/admissions/invite-to-interview.server.ts"
import { shortlistChoice } from "#app/domain/admissions/shortlist-choice.server.ts"
import { waitlistChoice } from "#app/domain/admissions/waitlist-choice.server.ts"
import { startReview } from "#app/domain/admissions/start-review.server.ts"
import { saveAbout } from "#app/domain/applications/save-about.server.ts"
import { saveChoices } from "#app/domain/applications/save-choices.server.ts"
import { saveEducation } from "#app/domain/applications/save-education.server.ts"
import { saveFunding } from "#app/domain/applications/save-funding.server.ts"
import { saveMotivation } from "#app/domain/applications/save-motivation.server.ts"
import { startApplication } from "#app/domain/applications/start-application.server.ts"
import { submitApplication } from "#app/domain/applications/submit-application.server.ts"
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { isScaleKey, scales, type Scale } from "#app/domain/catalogue/scales.ts"
import { askWaiver } from "#app/domain/payments/ask-waiver.server.ts"
import { decideWaiver } from "#app/domain/payments/decide-waiver.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import type { ChoiceState, Level, University } from "#app/platform/prisma-client/enums.ts"
import { pick } from "./names.ts"
import type { PersonSeed } from "./people.ts"

/** What a verb did; the demonstration is built so that nothing is refused. */
export function must<Value>(outcome: Outcome<Value>, what: string): Value {
  if (outcome.refused) throw new Error(`The demonstration met a refusal at ${what}: ${outcome.refused.code}`)
  return outcome.done
}

/** How far an application of the demonstration goes, and what becomes of its first choice. */
export const fates = [
  "lapsed_draft",
  "started",
  "lapsed",
  "half",
  "whole",
  "placed",
  "in_review",
  "offered",
  "refused",
  "accepted",
  "declined",
  "withdrawn",
  "info_requested",
  "shortlisted",
  "interview",
  "waitlisted",
  "waiting_ended",
  "confirmed",
  "conditions_unmet",
  "deferred",
  "withdrawn_whole",
  "closed",
] as const
export type Fate = (typeof fates)[number]

export type OpenIntake = { id: string; level: Level; universities: readonly University[]; feeMinor: number }

type Cast = {
  /** Acts as somebody at the seed's present time. */
  candidate: Ctx
  officerOf(university: University): Ctx
  headOf(university: University): Ctx
  person: PersonSeed
  /** The university of the first choice, where it has an open intake of the candidate's level. */
  prefers: University
  intakes: readonly OpenIntake[]
  chance(): number
  /** What becomes of the next fee: each in turn. */
  nextFeeFate(): FeeFate
  /** Lets time pass and runs what is due. */
  pass(minutes: number): Promise<void>
}

const motivations = {
  en: "My village loses a third of its harvest because nobody can keep it cool. I want to learn to build machines that farmers can repair themselves, and to come home with a team that knows how.",
  fr: "Dans mon quartier, l’eau vient deux heures par jour. Je veux apprendre à concevoir des réseaux qui tiennent, et revenir les construire avec les jeunes de chez moi.",
  ar: "في مدينتي يترك كثير من الشباب الدراسة لأن الجامعة بعيدة. أريد أن أتعلم كيف تُبنى حلول بسيطة بالتقنية، وأن أعود بها إلى أهلي.",
} as const

/** What the university writes to a candidate, in their language. */
const stepWords = {
  en: {
    request: "Your result is on a scale we do not know. Please tell us, in words, what the best result of your class was.",
    place: "By phone: we call the number of your enquiry.",
    unmet: "The diploma that the offer was conditional on was not obtained this year.",
    deferral: "You asked to begin a year later. We tell you the day as soon as it is set.",
  },
  fr: {
    request: "Votre résultat est sur une échelle que nous ne connaissons pas. Dites-nous quel était le meilleur résultat de votre classe.",
    place: "Par téléphone : nous appelons le numéro de votre demande.",
    unmet: "Le diplôme dont dépendait l’offre n’a pas été obtenu cette année.",
    deferral: "Vous avez demandé à commencer un an plus tard. Nous vous dirons le jour dès qu’il sera fixé.",
  },
  ar: {
    request: "نتيجتك على سلّم لا نعرفه. أخبرنا بكلماتك ما أعلى نتيجة في قسمك.",
    place: "بالهاتف: نتصل بالرقم المذكور في طلبك.",
    unmet: "لم تُنل هذه السنة الشهادة التي كان العرض مشروطًا بها.",
    deferral: "طلبت أن تبدأ بعد سنة. نخبرك باليوم حالما يُحدد.",
  },
} as const

const waiverReasons = {
  en: "My family lives from what we plant; this fee is a month of food.",
  fr: "Ma famille vit de ce que nous cultivons ; ces frais sont un mois de nourriture.",
  ar: "تعيش أسرتي مما نزرعه، وهذه الرسوم تساوي طعام شهر.",
} as const

export const feeFates = ["waiver_asked", "due", "waived"] as const
export type FeeFate = (typeof feeFates)[number]

/** A middling result on the scale of a credential. */
function someResult(scale: string, chance: () => number): string {
  if (!isScaleKey(scale)) return "14"
  const known: Scale = scales[scale]
  if (known.kind === "ordinal") return known.example
  const low = known.pass ?? known.min + (known.max - known.min) * 0.5
  const value = low + (known.max - low) * (0.15 + chance() * 0.6)
  return String(known.step === 1 ? Math.round(value) : Math.round(value * 100) / 100)
}

/** Fills in an application as its candidate would and brings it to its fate by calling the verbs. */
export async function playApplication(cast: Cast, fate: Fate): Promise<void> {
  const { candidate, person, chance } = cast
  const say = (step: string) => `${step} (${fate}, ${person.country.code})`
  must(await startApplication(candidate), say("start"))
  if (fate === "started") return
  must(
    await saveAbout(candidate, {
      givenNames: person.enquiry.givenName,
      familyName: person.enquiry.familyName,
      birthDate: new Date(Date.UTC(person.birthYear, Math.floor(chance() * 12), 1 + Math.floor(chance() * 28))),
      gender: pick(["woman", "man", "undisclosed"] as const, chance),
      nationality: [person.country.code],
      residence: person.country.code,
    }),
    say("about"),
  )
  if (fate === "half" || fate === "lapsed_draft") return
  const open = cast.intakes.filter((intake) => intake.level === person.level)
  const there = open.filter(({ universities }) => universities.length === 1 && universities[0] === cast.prefers)
  const firsts = there.length > 0 ? there : open
  // The one intake with a fee is chosen more often, so that waivers have something to show.
  const withFee = firsts.find((intake) => intake.feeMinor > 0)
  const first = withFee !== undefined && chance() < 0.5 ? withFee : pick(firsts, chance)
  const second =
    fate === "closed" ? undefined : open.find((intake) => intake.id !== first.id && intake.universities[0] !== first.universities[0])
  const intakeIds = [first.id, ...(second === undefined ? [] : [second.id])]
  must(await saveChoices(candidate, { intakeIds }), say("choices"))
  const credential = pick(person.country.credentials, chance)
  const isPending = fate === "placed" && chance() < 0.4
  must(
    await saveEducation(candidate, {
      kind: person.level === "bachelor" ? "secondary" : "degree",
      country: person.country.code,
      code: credential.code,
      words: "Licence",
      institution: person.level === "bachelor" ? "Lycée public" : "Université nationale",
      year: person.birthYear + (person.level === "bachelor" ? 18 : 22),
      scale: "bac20",
      result: isPending ? "" : person.level === "bachelor" ? someResult(credential.scale, chance) : someResult("bac20", chance),
      isPending,
    }),
    say("education"),
  )
  must(await saveMotivation(candidate, { motivation: motivations[person.language] }), say("motivation"))
  must(
    await saveFunding(candidate, { plan: pick(["scholarship", "mixed", "family"] as const, chance), schemes: [], note: "" }),
    say("funding"),
  )
  if (fate === "whole") return

  await cast.pass(20)
  must(await submitApplication(candidate, { declares: true }), say("submit"))
  await cast.pass(2)
  const choices = await candidate.db.choice.findMany({
    where: { application: { personId: candidate.actor.kind === "candidate" ? candidate.actor.personId : "" } },
    orderBy: { rank: "asc" },
    select: { id: true, university: true, payments: { select: { id: true } } },
  })
  const [choice, other] = choices
  if (choice === undefined || choice.university === null) throw new Error(`Nothing was placed (${fate})`)
  const payment = choice.payments[0]
  const feeFate = payment === undefined ? "none" : cast.nextFeeFate()
  if (payment !== undefined && feeFate !== "due") {
    must(await askWaiver(candidate, { choiceId: choice.id, reason: waiverReasons[person.language] }), say("waiver"))
    if (feeFate === "waived")
      must(await decideWaiver(cast.headOf(choice.university), { paymentId: payment.id, grants: true, answer: "" }), say("waiver answer"))
  }
  if (fate === "placed") return
  if (fate === "withdrawn") {
    must(await withdrawChoice(candidate, { choiceId: choice.id }), say("withdraw"))
    return
  }
  if (fate === "withdrawn_whole") {
    must(await withdrawApplication(candidate), say("withdraw everything"))
    return
  }
  await cast.pass(60 * 5)
  await decide(cast, { id: choice.id, university: choice.university }, fate)
  if (other !== undefined && other.university !== null && !keepsPlace(fate) && chance() < 0.5) {
    must(await startReview(cast.officerOf(other.university), { choiceId: other.id }), say("second review"))
  }
  await cast.pass(30)
  if (keepsPlace(fate)) must(await acceptOffer(candidate, { choiceId: choice.id }), say("accept"))
  if (fate === "declined") must(await declineOffer(candidate, { choiceId: choice.id }), say("decline"))
  await settle(cast, { id: choice.id, university: choice.university }, fate)
}

/** Whether the candidate accepts the offer. */
function keepsPlace(fate: Fate): boolean {
  return fate === "accepted" || fate === "confirmed" || fate === "conditions_unmet" || fate === "deferred"
}

/** What a university says after its answer: that a wait has ended, or what becomes of the place it keeps. */
async function settle(cast: Cast, choice: { id: string; university: University }, fate: Fate) {
  const officer = cast.officerOf(choice.university)
  const choiceId = choice.id
  const words = stepWords[cast.person.language]
  if (fate === "waiting_ended") must(await endWaiting(officer, { choiceId }), "end of the wait")
  if (fate === "conditions_unmet") must(await endPlace(officer, { choiceId, words: words.unmet }), "end of the place")
  if (fate !== "confirmed" && fate !== "deferred") return
  await cast.pass(60)
  must(await confirmPlace(officer, { choiceId, words: "" }), "confirmation")
  await cast.pass(30)
  if (fate === "deferred") must(await deferPlace(officer, { choiceId, intakeId: null, words: words.deferral }), "deferral")
}

async function decide(cast: Cast, choice: { id: string; university: University }, fate: Fate) {
  const officer = cast.officerOf(choice.university)
  must(await markChoiceSeen(officer, { choiceId: choice.id }), "a look")
  must(await startReview(officer, { choiceId: choice.id }), "review")
  if (fate === "in_review") return
  await cast.pass(90)
  const { id: choiceId } = choice
  const words = stepWords[cast.person.language]
  const inDays = (days: number) => new Date(officer.now().getTime() + days * 86_400_000)
  if (fate === "info_requested") {
    must(await askForMore(officer, { choiceId, words: words.request, until: inDays(10) }), "a question")
    return
  }
  if (fate === "shortlisted" || fate === "interview") {
    must(await shortlistChoice(officer, { choiceId }), "short list")
    if (fate === "interview") {
      const said = { at: moroccoInstant(moroccoDay(officer.now(), 14), 10, 30), place: words.place, words: "" }
      must(await inviteToInterview(officer, { choiceId, ...said }), "interview")
    }
    return
  }
  if (fate === "waitlisted" || fate === "waiting_ended") {
    must(await waitlistChoice(officer, { choiceId, sentence: "" }), "waiting list")
    return
  }
  if (fate === "refused" || fate === "closed") {
    must(
      await refuseChoice(officer, {
        choiceId: choice.id,
        reasonCode: pick(reasonCodes, cast.chance),
        sentence: "",
        nextStep: pick(nextSteps, cast.chance),
      }),
      "refusal",
    )
    return
  }
  // The shortest time an offer may stand; the later ones of these are still open today.
  const answerBy = new Date(officer.now().getTime() + (fate === "lapsed" ? 3 : 30) * 86_400_000 + 60_000)
  must(await makeOffer(officer, { choiceId: choice.id, conditions: "", answerBy }), "offer")
}

/** The states of choices that the demonstration shows. */
export const shownStates: readonly ChoiceState[] = [
  "listed",
  "placed",
  "in_review",
  "info_requested",
  "shortlisted",
  "interview",
  "waitlisted",
  "offered",
  "refused",
  "conditions_pending",
  "conditions_unmet",
  "confirmed",
  "deferred",
  "declined",
  "lapsed",
  "withdrawn",
]
