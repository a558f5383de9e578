import { useTranslation } from "react-i18next"
import { Link, Outlet, useLocation } from "react-router"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { listChoiceOwners } from "#app/domain/admissions/choice-queries.server.ts"
import { mayHandleDecision } from "#app/domain/admissions/decision-policy.ts"
import { isNextStep, isReasonCode, nextStepSentence, reasonLabel } from "#app/domain/admissions/refusal-reasons.ts"
import { stepLines } from "#app/domain/admissions/ui/step-lines.ts"
import { NextActs } from "#app/domain/admissions/ui/next-acts.tsx"
import { StepsPanel } from "#app/domain/admissions/ui/steps-panel.tsx"
import { decidableStates, isState } from "#app/domain/applications/choice-states.ts"
import { scaleWords } from "#app/domain/applications/scale-words.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { countryName, findCountry } from "#app/domain/catalogue/countries.ts"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readTimeline } from "#app/domain/journal/timeline.server.ts"
import { moneyText } from "#app/locales/money.ts"
import { isMinor } from "#app/domain/people/majority.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { placementSentence } from "#app/domain/placement/placement-sentence.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { Countdown } from "#app/ui/countdown.tsx"
import { clockText, dayText, momentText } from "#app/ui/desk-dates.ts"
import { Facts, Notes, OwnerForm, Panel, Timeline, VerbButton, VerbLink } from "#app/ui/desk-parts.tsx"
import { useSeen } from "#app/ui/desk-seen.ts"
import type { Route } from "./+types/choice"

/** Events of a choice that a timeline tells; each has its sentence in `desk.event`. */
const told = [
  "application.submitted",
  "choice.placed",
  "choice.seen",
  "choice.review-started",
  "choice.assigned",
  "choice.noted",
  "choice.withdrawn",
  "choice.withdrawal-undone",
  "decision.made",
  "decision.taken-back",
  "decision.released",
  "offer.accepted",
  "offer.declined",
  "offer.decline-undone",
  "offer.lapsed",
  "choice.conditions-opened",
  "choice.info-requested",
  "choice.info-given",
  "choice.review-resumed",
  "choice.shortlisted",
  "choice.interview-set",
  "choice.waiting-ended",
  "choice.confirmed",
  "choice.conditions-unmet",
  "choice.deferred",
  "payment.opened",
  "payment.waiver-asked",
  "payment.waiver-decided",
  "payment.paid",
  "payment.refunded",
  "payment.disputed",
] as const

const kindNames = {
  offer: "desk.choices.offerKind",
  refusal: "desk.choices.refusalKind",
  waitlist: "desk.steps.waitlistKind",
} as const
const leavingTitles = {
  offer: "desk.choices.leavingOffer",
  refusal: "desk.choices.leavingRefusal",
  waitlist: "desk.steps.leavingWaitlist",
} as const

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const choiceId = idOf(params.choiceId)
  const { choice, schemes, notes } = notFoundUnless(await findChoiceFile(ctx, { university, choiceId }))
  const { application, intake } = choice
  const { role } = ctx.actor
  const now = ctx.now()
  const country = (code: string | null) => (code === null ? null : (countryName(code, language) ?? t("common.elsewhere")))
  const moments = await readTimeline(ctx, {
    university,
    things: [
      { name: "choice", id: choice.id },
      { name: "application", id: application.id },
    ],
    types: told,
  })
  const standing = choice.decisions.find((decision) => decision.takenBackAt === null && decision.supersededAt === null)
  const leavesInMs = standing === undefined || standing.releasedAt !== null ? null : standing.releasesAt.getTime() - now.getTime()
  const payment = choice.payments[0] ?? null
  const guardian = application.person.guardians[0] ?? null
  const name = `${application.givenNames} ${application.familyName}`.trim()
  return {
    subject: { name, state: t(`states.choice.desk.${choice.state}`) },
    id: choice.id,
    name,
    reference: application.reference,
    state: choice.state,
    isSeen: choice.seenAt !== null,
    ownerId: choice.ownerId,
    owners: await listChoiceOwners(ctx, university),
    mayDecide: roleMay(role, "choices.decide") && isState(decidableStates, choice.state) && leavesInMs === null,
    acts: {
      mayAsk: roleMay(role, "choices.ask"),
      mayDecide: roleMay(role, "choices.decide") && leavesInMs === null,
      mayConfirm: roleMay(role, "choices.confirm"),
    },
    steps: choice.steps.map((step) => stepLines(t, language, step)),
    mayDecideWaiver: roleMay(role, "waivers.decide"),
    programme: textIn(language, intake.programme.title),
    level: t(`common.level.${intake.programme.level}`),
    starts: dayText(intake.startsOn, language, "UTC"),
    isSample: intake.isSample,
    submitted: application.submittedAt === null ? "" : momentText(application.submittedAt, language),
    placement: placementSentence(t, { university, placementRule: choice.placementRule, placementFacts: choice.placementFacts }, "desk"),
    born: application.birthDate === null ? null : dayText(application.birthDate, language, "UTC"),
    isMinor: isMinor(application, now),
    guardian:
      guardian === null
        ? null
        : `${guardian.name} · ${guardian.consentedAt === null ? t("desk.leads.guardianAsked", { date: dayText(guardian.askedAt ?? guardian.createdAt, language) }) : t("desk.leads.guardianAgreed", { date: dayText(guardian.consentedAt, language) })}`,
    nationalities: application.nationalities.map((code) => country(code) ?? code).join(", "),
    lives: country(application.residence),
    reads: t(`common.languageName.${application.language}`),
    contacts: application.person.contacts.map((contact) => ({
      kind: contact.kind,
      text: contact.kind === "email" ? contact.typed : contact.value,
    })),
    leadId: roleMay(role, "leads.read") ? (application.person.leads[0]?.id ?? null) : null,
    credentials: application.credentials.map((credential) => {
      return {
        id: credential.id,
        kind: t(`desk.choices.credentialKind.${credential.kind}`),
        name: findCountry(credential.country)?.credentials.find(({ code }) => code === credential.code)?.name ?? credential.words,
        institution: credential.institution,
        country: country(credential.country),
        year: credential.year === null ? null : String(credential.year),
        result: credential.isPending ? "" : credential.result,
        scale: scaleWords(t, credential),
        isPending: credential.isPending,
      }
    }),
    motivation: application.motivation,
    motivationLanguage: application.language,
    fundingPlan: application.fundingPlan === null ? null : t(`desk.choices.fundingPlan.${application.fundingPlan}`),
    fundingNote: application.fundingNote,
    schemes: schemes.map((scheme) => textIn(language, scheme.title)),
    payment:
      payment === null
        ? null
        : {
            state: payment.state,
            stateName: t(`states.payment.${payment.state}`),
            amount: moneyText(language, payment.amountMinor, payment.currency),
            reason: payment.waiverReason,
            answer: payment.waiverAnswer,
          },
    standing:
      standing === undefined || leavesInMs === null
        ? null
        : {
            id: standing.id,
            title: t(leavingTitles[standing.kind]),
            leftMs: leavesInMs,
            time: clockText(standing.releasesAt, language),
            left: String(Math.max(1, Math.ceil(leavesInMs / 60_000))),
            by: `${standing.decidedBy.givenName} ${standing.decidedBy.familyName}`.trim(),
            mayHandle: mayHandleDecision(ctx.actor, { ...standing, university }) === "yes",
          },
    decisions: choice.decisions.map((decision) => ({
      id: decision.id,
      kind: t(kindNames[decision.kind]),
      by: `${decision.decidedBy.givenName} ${decision.decidedBy.familyName}`.trim(),
      at: momentText(decision.decidedAt, language),
      fate:
        decision.takenBackAt !== null
          ? t("desk.choices.takenBack")
          : decision.releasedAt !== null
            ? t("desk.choices.released", { date: momentText(decision.releasedAt, language) })
            : t("desk.choices.leaves", { date: momentText(decision.releasesAt, language) }),
      lines: [
        isReasonCode(decision.reasonCode) ? reasonLabel(t, decision.reasonCode) : null,
        decision.sentence,
        decision.conditions,
        isNextStep(decision.nextStep) ? nextStepSentence(t, decision.nextStep) : null,
        decision.answerBy === null ? null : t("desk.choices.answerBy", { date: momentText(decision.answerBy, language) }),
      ].filter((line) => line !== null && line !== ""),
    })),
    notes: notes.map((note) => ({
      id: note.id,
      text: note.text,
      author: `${note.author.givenName} ${note.author.familyName}`.trim(),
      at: momentText(note.createdAt, language),
    })),
    timeline: moments.map((moment) => ({
      id: moment.id,
      text: eventSentence(t, moment),
      by: moment.by.kind === "staff" ? moment.by.name : "",
      at: momentText(moment.at, language),
    })),
  }
}

export function shouldRevalidate() {
  return true
}

export default function Choice({ loaderData: choice }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { search, pathname } = useLocation()
  const base = `/desk/choices/${choice.id}`
  const query = withoutNotice(search)
  const back = base + query
  const isSeen = useSeen({ isSeen: choice.isSeen, address: `${base}/seen` })
  const isDeciding = pathname !== base
  return (
    <article>
      <title>{`${choice.name} · ${choice.programme} · ${t("common.name")}`}</title>
      <Link to={`/desk/choices${query}`} className="to-list">
        {t("desk.leads.toList")}
      </Link>
      <header className="who">
        <h1>
          <bdi>{choice.name}</bdi>
        </h1>
        <bdi className="ref" dir="ltr">
          {choice.reference}
        </bdi>
        <span className="tag">{choice.subject.state}</span>
      </header>
      <ul className="about">
        <li>
          <b>{choice.programme}</b> · {choice.level}
        </li>
        <li>{t("desk.choices.starts", { date: choice.starts })}</li>
        {choice.isSample ? <li className="tag amber">{t("desk.choices.sample")}</li> : null}
        <li>{t("desk.choices.submitted", { date: choice.submitted })}</li>
        {choice.isMinor ? <li className="tag amber">{t("desk.leads.minor")}</li> : null}
      </ul>
      {choice.standing === null ? null : <Leaving standing={choice.standing} base={base} back={back} />}
      {isDeciding ? null : (
        <div className="acts">
          {choice.state === "placed" ? (
            <VerbButton action={`${base}/review`} back={back} hotkey="1" look="go">
              {t("desk.choices.startReview")}
            </VerbButton>
          ) : null}
          {choice.mayDecide ? (
            <>
              <VerbLink to={`${base}/offer${query}`} hotkey="1" look="go">
                {t("desk.choices.offer")}
              </VerbLink>
              <VerbLink to={`${base}/refuse${query}`} hotkey="2">
                {t("desk.choices.refuse")}
              </VerbLink>
            </>
          ) : null}
          <NextActs state={choice.state} base={base} query={query} back={back} {...choice.acts} />
          {isSeen ? null : (
            <VerbButton action={`${base}/seen`} back={back} hotkey="s">
              {t("desk.choices.markSeen")}
            </VerbButton>
          )}
        </div>
      )}
      <Outlet />
      <div className="cols">
        <Panel title={t("desk.choices.education")}>
          {choice.credentials.map((credential) => (
            <div key={credential.id} className="ask">
              <b>
                <bdi>{credential.name}</bdi>
              </b>{" "}
              <span className="quiet">{credential.kind}</span>
              <Facts
                rows={[
                  [
                    t("desk.choices.result"),
                    credential.isPending ? (
                      t("desk.choices.pending")
                    ) : (
                      <>
                        <b>
                          <bdi dir="ltr">{credential.result}</bdi>
                        </b>{" "}
                        <span className="quiet">{credential.scale}</span>
                      </>
                    ),
                  ],
                  [t("desk.choices.institution"), credential.institution === "" ? null : <bdi key="i">{credential.institution}</bdi>],
                  [t("desk.choices.country"), credential.country],
                  [t("desk.choices.year"), credential.year],
                ]}
              />
            </div>
          ))}
          <p className="quiet">{t("desk.choices.documentsLater")}</p>
        </Panel>
        <Panel title={t("desk.choices.person")}>
          <Facts
            rows={[
              [t("desk.choices.lives"), choice.lives],
              [t("desk.choices.nationalities"), choice.nationalities],
              [t("desk.choices.born"), choice.born],
              [t("desk.leads.guardian"), choice.guardian],
              [t("desk.choices.writesIn"), choice.reads],
              [
                t("desk.leads.contacts"),
                choice.contacts.length === 0 ? null : (
                  <ul key="contacts" className="plain-list">
                    {choice.contacts.map((contact) => (
                      <li key={contact.text}>
                        <a href={`${contact.kind === "email" ? "mailto" : "tel"}:${contact.text}`} dir="ltr">
                          {contact.text}
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
              ],
            ]}
          />
          {choice.leadId === null ? null : (
            <p>
              <Link to={`/desk/leads/${choice.leadId}`}>{t("desk.choices.lead")}</Link>
            </p>
          )}
        </Panel>
        <Panel title={t("desk.choices.motivation")} isWide>
          {choice.motivation === "" ? (
            <p className="quiet">{t("desk.choices.noMotivation")}</p>
          ) : (
            <p className="words" dir="auto" lang={choice.motivationLanguage}>
              {choice.motivation}
            </p>
          )}
        </Panel>
        <Panel title={t("desk.choices.funding")}>
          <p>{choice.fundingPlan}</p>
          {choice.fundingNote === "" ? null : (
            <p className="words" dir="auto">
              {choice.fundingNote}
            </p>
          )}
          {choice.schemes.length === 0 ? null : (
            <>
              <h3>{t("desk.choices.schemes")}</h3>
              <ul className="plain-list">
                {choice.schemes.map((scheme) => (
                  <li key={scheme}>{scheme}</li>
                ))}
              </ul>
            </>
          )}
        </Panel>
        <Panel title={t("desk.choices.fee")} tone={choice.payment?.state === "waiver_asked" ? "saffron" : "plain"}>
          {choice.payment === null ? (
            <p className="quiet">{t("desk.choices.noFee")}</p>
          ) : (
            <>
              <p>
                <b>{choice.payment.amount}</b> · {choice.payment.stateName}
              </p>
              {choice.payment.reason === "" ? null : (
                <p>
                  <span className="quiet">{t("desk.choices.waiverReason")}</span> <bdi>{choice.payment.reason}</bdi>
                </p>
              )}
              {choice.payment.answer === "" ? null : (
                <p>
                  <span className="quiet">{t("desk.choices.waiverAnswer")}</span> <bdi>{choice.payment.answer}</bdi>
                </p>
              )}
              {choice.payment.state !== "waiver_asked" ? null : choice.mayDecideWaiver ? (
                <VerbLink to={`${base}/waiver${query}`} hotkey="w" look="go">
                  {t("desk.choices.waiverDecide")}
                </VerbLink>
              ) : (
                <p className="quiet">{t("desk.choices.waiverHead")}</p>
              )}
              <p className="quiet">{t("desk.choices.feeNote")}</p>
            </>
          )}
        </Panel>
        <Panel title={t("desk.choices.placement")}>
          <p>{choice.placement}</p>
        </Panel>
        <StepsPanel steps={choice.steps} />
        {choice.decisions.length === 0 ? null : (
          <Panel title={t("desk.choices.decisions")} tone="clay">
            {choice.decisions.map((decision) => (
              <div key={decision.id} className="ask">
                <b>{decision.kind}</b> · <bdi>{decision.by}</bdi> · {decision.at} · {decision.fate}
                {decision.lines.map((line) => (
                  <p key={line} className="words" dir="auto">
                    {line}
                  </p>
                ))}
              </div>
            ))}
          </Panel>
        )}
        <Notes notes={choice.notes} action={`${base}/note`} back={back} mayAdd />
        <Panel title={t("desk.leads.owner")}>
          <OwnerForm owners={choice.owners} ownerId={choice.ownerId} action={`${base}/owner`} back={back} />
        </Panel>
      </div>
      <Timeline entries={choice.timeline} />
    </article>
  )
}

type Standing = NonNullable<Route.ComponentProps["loaderData"]["standing"]>

/** The ten minutes in which a slip can be taken back. */
function Leaving({ standing, base, back }: { standing: Standing; base: string; back: string }) {
  const { t } = useTranslation()
  return (
    <section className="leaving">
      <h2>{standing.title}</h2>
      <Countdown
        key={standing.id}
        leftMs={standing.leftMs}
        still={
          standing.leftMs <= 0 ? t("desk.choices.leavingSoon") : t("desk.choices.leavingText", { time: standing.time, left: standing.left })
        }
        running={(left) => t("desk.choices.leavingIn", { left, time: standing.time })}
        over={t("desk.choices.leavingSoon")}
      />
      {standing.mayHandle ? (
        <div className="acts">
          <VerbButton action={`${base}/take-back`} back={back} values={{ decision: standing.id }} hotkey="z" look="go">
            {t("desk.choices.takeBack")}
          </VerbButton>
          <VerbButton action={`${base}/send-now`} back={back} values={{ decision: standing.id }}>
            {t("desk.choices.sendNow")}
          </VerbButton>
        </div>
      ) : (
        <p className="quiet">{t("desk.choices.onlyAuthor", { name: standing.by })}</p>
      )}
    </section>
  )
}

/** The query without the word for what was just done. */
function withoutNotice(search: string): string {
  const query = new URLSearchParams(search)
  query.delete("did")
  query.delete("no")
  const rest = query.toString()
  return rest === "" ? "" : `?${rest}`
}
