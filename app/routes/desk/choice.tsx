import { useTranslation } from "react-i18next"
import { Link, Outlet, useLocation } from "react-router"
import { findChoiceFile } from "#app/domain/admissions/choice-file.server.ts"
import { listChoiceOwners } from "#app/domain/admissions/choice-queries.server.ts"
import { mayHandleDecision } from "#app/domain/admissions/decision-policy.ts"
import { toldOfChoice } from "#app/domain/admissions/told-events.ts"
import { decisionLines } from "#app/domain/admissions/ui/decision-lines.ts"
import { DecisionsPanel } from "#app/domain/admissions/ui/decisions-panel.tsx"
import { EducationPanel, FundingPanel, MotivationPanel, PersonPanel } from "#app/domain/admissions/ui/file-panels.tsx"
import { Leaving } from "#app/domain/admissions/ui/leaving.tsx"
import { stepLines } from "#app/domain/admissions/ui/step-lines.ts"
import { NextActs } from "#app/domain/admissions/ui/next-acts.tsx"
import { StepsPanel } from "#app/domain/admissions/ui/steps-panel.tsx"
import { decidableStates, isState } from "#app/domain/applications/choice-states.ts"
import { scaleWords } from "#app/domain/catalogue/scale-words.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { countryName, findCountry } from "#app/domain/catalogue/countries.ts"
import { listAskedRules } from "#app/domain/eligibility/eligibility-queries.server.ts"
import { keptAnswer } from "#app/domain/eligibility/kept-answer.ts"
import { sentAnswerLines } from "#app/domain/eligibility/ui/sent-answer-lines.ts"
import { SentAnswerPanel } from "#app/domain/eligibility/ui/sent-answer-panel.tsx"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readTimeline } from "#app/domain/journal/timeline.server.ts"
import { DeskFeePanel } from "#app/domain/payments/ui/desk-fee-panel.tsx"
import { moneyText } from "#app/locales/money.ts"
import { isMinor } from "#app/domain/people/majority.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { placementSentence } from "#app/domain/placement/placement-sentence.ts"
import { resultText } from "#app/locales/result-text.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { clockText, dayText, momentText } from "#app/ui/desk-dates.ts"
import { Notes, OwnerForm, Panel, Timeline, VerbButton, VerbLink } from "#app/ui/desk-parts.tsx"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { useSeen } from "#app/ui/desk-seen.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/choice"

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
    types: toldOfChoice,
  })
  const standing = choice.decisions.find((decision) => decision.takenBackAt === null && decision.supersededAt === null)
  const leavesInMs = standing === undefined || standing.releasedAt !== null ? null : standing.releasesAt.getTime() - now.getTime()
  const payment = choice.payments[0] ?? null
  const guardian = application.person.guardians[0] ?? null
  const said = keptAnswer(choice.eligibility, university)
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
    said: said === null ? null : sentAnswerLines(t, language, said, await listAskedRules(ctx, said)),
    born: application.birthDate === null ? null : dayText(application.birthDate, language, "UTC"),
    isMinor: isMinor(application, now),
    guardian:
      guardian === null
        ? null
        : `${guardian.name} · ${guardian.consentedAt === null ? t("desk.leads.guardianAsked", { date: dayText(guardian.askedAt ?? guardian.createdAt, language) }) : t("desk.leads.guardianAgreed", { date: dayText(guardian.consentedAt, language) })}`,
    nationalities: listed(
      t,
      application.nationalities.map((code) => country(code) ?? code),
    ),
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
        result: credential.isPending ? "" : resultText(language, credential.result),
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
    decisions: choice.decisions.map((decision) => decisionLines(t, language, decision)),
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
        <EducationPanel credentials={choice.credentials} />
        <SentAnswerPanel said={choice.said} />
        <PersonPanel person={choice} />
        <MotivationPanel words={choice.motivation} language={choice.motivationLanguage} />
        <FundingPanel plan={choice.fundingPlan} note={choice.fundingNote} schemes={choice.schemes} />
        <DeskFeePanel payment={choice.payment} waiverPage={choice.mayDecideWaiver ? `${base}/waiver${query}` : null} />
        <Panel title={t("desk.choices.placement")}>
          <p>{choice.placement}</p>
        </Panel>
        <StepsPanel steps={choice.steps} />
        <DecisionsPanel decisions={choice.decisions} />
        <Notes notes={choice.notes} action={`${base}/note`} back={back} mayAdd />
        <Panel title={t("desk.leads.owner")}>
          <OwnerForm owners={choice.owners} ownerId={choice.ownerId} action={`${base}/owner`} back={back} />
        </Panel>
      </div>
      <Timeline entries={choice.timeline} />
    </article>
  )
}
