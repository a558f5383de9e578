import { useTranslation } from "react-i18next"
import { Link, Outlet, useLocation } from "react-router"
import { bindingAge, countryName, findCountry } from "#app/domain/catalogue/countries.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { saidWords } from "#app/domain/eligibility/said-words.ts"
import { readAnswers } from "#app/domain/eligibility/share-code.ts"
import { listEventsOf } from "#app/domain/events/guest-queries.server.ts"
import { keptLeadOf, listMerges, thingsMergedInto } from "#app/domain/identity/duplicate-queries.server.ts"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readTimeline } from "#app/domain/journal/timeline.server.ts"
import { findLead, listLeadOwners } from "#app/domain/leads/lead-queries.server.ts"
import { readTouches } from "#app/domain/leads/lead-source.server.ts"
import { closeReasons, handMoves } from "#app/domain/leads/lead-states.ts"
import { allowedChannels } from "#app/domain/leads/allowed-channels.ts"
import { listAwaited, listColleagues, readLeadWork } from "#app/domain/leads/lead-work-queries.server.ts"
import { toldOfLead } from "#app/domain/leads/told-events.ts"
import { AllowedPanel } from "#app/domain/leads/ui/allowed-panel.tsx"
import { CloseForm } from "#app/domain/leads/ui/close-form.tsx"
import { LeadNotes } from "#app/domain/leads/ui/lead-notes.tsx"
import { NextPanel } from "#app/domain/leads/ui/next-panel.tsx"
import { answerWords, noteWords, sleepWords, taskWords } from "#app/domain/leads/ui/work-words.ts"
import { GuardianPanel } from "#app/domain/leads/ui/guardian-panel.tsx"
import { ChoicesPanel, DuplicatesPanel, EnquiriesPanel } from "#app/domain/leads/ui/lead-panels.tsx"
import { SourcePanel } from "#app/domain/leads/ui/source-panel.tsx"
import { historyOf, isLiving } from "#app/domain/people/consent-history.ts"
import { keyLines, momentWords } from "#app/domain/people/consent-words.ts"
import { isMinor } from "#app/domain/people/majority.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, notFoundUnless, redirect } from "#app/platform/http.server.ts"
import { keyOf } from "#app/domain/people/subscriptions.ts"
import { ConsentsPanel } from "#app/domain/people/ui/consents-panel.tsx"
import { keptReasons } from "#app/domain/scoring/reckon-score.ts"
import { ScorePanel } from "#app/domain/scoring/ui/score-panel.tsx"
import { clockText, dayText, momentText, numberText } from "#app/ui/desk-dates.ts"
import { OwnerForm, Panel, Timeline, VerbButton, VerbLink } from "#app/ui/desk-parts.tsx"
import { useOnward } from "#app/ui/desk-onward.ts"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { useSeen } from "#app/ui/desk-seen.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/lead"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const found = await findLead(ctx, { university, leadId })
  // Who was found to be somebody else is worked as that person.
  const keptId = found === null ? await keptLeadOf(ctx, { university, leadId }) : null
  if (keptId !== null) throw redirect(`/desk/leads/${keptId}`)
  const { lead, programmes, duplicates } = notFoundUnless(found)
  const { person } = lead
  const now = ctx.now()
  const nameOf = (code: string | null) => (code === null ? null : (countryName(code, language) ?? t("common.elsewhere")))
  const timeZone = findCountry(person.country ?? "")?.timeZone
  const guardian = person.guardians[0] ?? null
  const events = await listEventsOf(ctx, { university, personId: person.id })
  const moments = await readTimeline(ctx, {
    university,
    things: [
      { name: "lead", id: lead.id },
      { name: "person", id: person.id },
      ...(await thingsMergedInto(ctx, { university, personId: person.id })),
      // What makes an RSVP is told as the RSVP.
      ...person.enquiries.flatMap(({ id, kind }) => (kind === "event" ? [] : [{ name: "enquiry", id }])),
      ...events.map(({ rsvpId }) => ({ name: "rsvp", id: rsvpId })),
      // An application without a choice here would tell of one at the other university.
      ...person.applications.filter(({ choices }) => choices.length > 0).map(({ id }) => ({ name: "application", id })),
    ],
    types: toldOfLead,
  })
  const work = await readLeadWork(ctx, { university, leadId, personId: person.id })
  const awaited = lead.snoozedFor === "" ? [] : await listAwaited(ctx, university, { isOpen: false })
  const owners = await listLeadOwners(ctx, university)
  const reader = { t, language, now }
  const tasks = work.tasks.filter(({ doneAt }) => doneAt === null)
  const name = `${person.givenName} ${person.familyName}`.trim()
  const touches = await readTouches(ctx, { university, personId: person.id })
  const told = (touch: NonNullable<typeof touches>["first"]) => ({ ...touch, at: momentText(touch.at, language) })
  return {
    subject: { name, state: t(`states.lead.${lead.stage}`) },
    id: lead.id,
    name,
    stage: lead.stage,
    isSeen: lead.seenAt !== null,
    ownerId: lead.ownerId,
    owners,
    answer: answerWords(reader, lead.answerDueAt, work.clock),
    asleep: sleepWords(reader, lead.snoozedUntil, awaited.find(({ id }) => id === lead.snoozedFor) ?? null),
    tasks: tasks.map((task) => taskWords(reader, task, work.names)),
    finished: work.tasks.flatMap((task) => (task.doneAt === null ? [] : [taskWords(reader, task, work.names)])).slice(0, 5),
    ownerName: owners.find(({ id }) => id === lead.ownerId)?.name ?? "",
    tags: lead.tags,
    other: work.other === null ? null : t(`common.universityShort.${work.other}`),
    colleagues: (await listColleagues(ctx, university)).filter(({ id }) => id !== ctx.actor.personId),
    allowed: allowedChannels(person.consents).map(({ channel, purpose, isInForce }) =>
      t(isInForce ? "deskWork.contact.inForce" : "deskWork.contact.asleep", {
        what: `${t(`desk.channel.${channel}`)}, ${t(`desk.purpose.${purpose}`)}`,
      }),
    ),
    closedWhy:
      lead.closedReason === null
        ? null
        : t(`desk.closeReason.${closeReasons.find((reason) => reason === lead.closedReason) ?? "not-a-candidate"}`),
    country: nameOf(person.country),
    timeThere: timeZone === undefined ? null : t("desk.leads.timeThere", { time: clockText(now, language, timeZone) }),
    reads: t(`common.languageName.${person.language}`),
    born:
      person.birthDate !== null ? dayText(person.birthDate, language, "UTC") : person.birthYear === null ? null : String(person.birthYear),
    isMinor: isMinor(person, now) || (guardian !== null && bindingAge(person.country) > 18),
    contacts: person.contacts.map((contact) => ({
      kind: contact.kind,
      text: contact.kind === "email" ? contact.typed : contact.value,
      isProved: contact.provedAt !== null,
    })),
    guardian:
      guardian === null
        ? null
        : {
            id: guardian.id,
            name: guardian.name,
            reach: guardian.phone ?? guardian.email ?? "",
            state:
              guardian.consentedAt !== null
                ? t("desk.leads.guardianAgreed", { date: dayText(guardian.consentedAt, language) })
                : t("desk.leads.guardianAsked", { date: dayText(guardian.askedAt ?? guardian.createdAt, language) }),
            hasAgreed: guardian.consentedAt !== null,
            hasNumber: guardian.phone !== null,
          },
    enquiries: person.enquiries.map((enquiry) => {
      const title = programmes.get(enquiry.programmeId ?? "")
      const checked = readAnswers(enquiry.eligibility)
      return {
        id: enquiry.id,
        reference: enquiry.reference,
        message: enquiry.message,
        checked: checked === null ? null : saidWords(t, language, checked).map(({ words }) => words),
        about: [
          title === undefined ? null : textIn(language, title),
          enquiry.level === null ? null : t(`common.level.${enquiry.level}`),
          listed(
            t,
            enquiry.fields.map((field) => t(`common.field.${field}`)),
          ),
          enquiry.universities.length > 1 ? t("desk.leads.both") : null,
        ]
          .filter((part) => part !== null && part !== "")
          .join(" · "),
        at: momentText(enquiry.createdAt, language),
      }
    }),
    mayOpenChoices: roleMay(ctx.actor.role, "choices.read"),
    choices: person.applications.flatMap((application) =>
      application.choices.map((choice) => ({
        id: choice.id,
        title: textIn(language, choice.intake.programme.title),
        state: t(`states.choice.desk.${choice.state}`),
      })),
    ),
    consents: person.consents
      .filter((consent) => isLiving(consent) || !person.consents.some((one) => keyOf(one) === keyOf(consent) && isLiving(one)))
      .map((consent) => ({
        id: consent.id,
        what: `${t(`desk.channel.${consent.channel}`)} · ${t(`desk.purpose.${consent.purpose}`)}`,
        state:
          consent.withdrawnAt !== null
            ? t("desk.leads.withdrawn", { date: dayText(consent.withdrawnAt, language) })
            : consent.expiredAt !== null
              ? t("desk.leads.expired", { date: dayText(consent.expiredAt, language) })
              : t(consent.awakeAt === null ? "desk.leads.asleep" : "desk.leads.awake"),
      })),
    ledger: historyOf(person.consents).map((moment, place) => ({
      id: String(place),
      at: momentText(moment.at, language),
      words: momentWords(t, moment),
      lines: keyLines(t, moment.keys),
      texts: moment.texts,
    })),
    numbers: person.contacts.flatMap(({ id, kind, value, provedAt }) => {
      const waits = person.consents.some((one) => isLiving(one) && one.awakeAt === null && one.channel !== "email" && one.address === value)
      return kind === "phone" && (waits || provedAt === null) ? [{ id, text: value, isAwaited: waits }] : []
    }),
    score: {
      score: numberText(lead.score, language),
      isReckoned: lead.rescoreAt === null || lead.rescoreAt > now || lead.score > 0,
      reasons: keptReasons(lead.scoreReasons).map(({ reason, points }) => ({
        reason,
        words: t(`scoring.reasons.${reason}`),
        points: `+${numberText(points, language)}`,
      })),
    },
    touches: touches === null ? null : { first: told(touches.first), last: told(touches.last) },
    duplicates: duplicates.map(({ id, person: other, reasons, leadId: otherLead }) => ({
      id,
      name: `${other.givenName} ${other.familyName}`.trim(),
      about: [nameOf(other.country), other.birthYear].filter((part) => part !== null).join(" · "),
      reason: listed(
        t,
        reasons.map((reason) => t(`desk.lookReason.${reason}`)),
      ),
      leadId: otherLead,
    })),
    merges: (await listMerges(ctx, { university, keptId: person.id })).map(({ id, awayName, at }) => ({
      id,
      name: awayName,
      at: dayText(at, language),
    })),
    notes: noteWords(reader, work, { personId: ctx.actor.personId, university, isHead: ctx.actor.role === "head" }),
    timeline: moments
      // Told once: the person who was kept tells it too.
      .filter(({ type, facts }) => type !== "person.merged-away" || facts["keptId"] !== person.id)
      // A call that somebody has said more of is told as it went.
      .filter(({ facts }) => facts["result"] !== "begun" || !moments.some((other) => isToldIn(other.facts, facts["contactId"])))
      .map((moment) => ({
        id: moment.id,
        text: eventSentence(t, moment),
        about:
          events.find(({ eventId }) => eventId === moment.facts["eventId"])?.title ??
          work.recorded.find(({ id }) => id === moment.facts["contactId"])?.words ??
          "",
        by: moment.by.kind === "staff" ? moment.by.name : "",
        at: momentText(moment.at, language),
      })),
  }
}

function isToldIn(facts: Record<string, unknown>, contactId: unknown): boolean {
  return facts["contactId"] === contactId && facts["result"] !== "begun"
}

export function shouldRevalidate() {
  return true
}

export default function Lead({ loaderData: lead }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { search } = useLocation()
  const base = `/desk/leads/${lead.id}`
  const back = base + withoutNotice(search)
  const onward = useOnward(back)
  const isSeen = useSeen({ isSeen: lead.isSeen, address: `${base}/seen` })
  return (
    <article>
      <title>{`${lead.name} · ${t("common.name")}`}</title>
      <Link to={`/desk/leads${withoutNotice(search)}`} className="to-list">
        {t("desk.leads.toList")}
      </Link>
      <header className="who">
        <h1>
          <bdi>{lead.name}</bdi>
        </h1>
        <span className={lead.stage === "closed" ? "tag late" : "tag"}>{lead.subject.state}</span>
        {lead.closedWhy === null ? null : <span className="quiet">{lead.closedWhy}</span>}
      </header>
      <ul className="about">
        {lead.country === null ? null : (
          <li>
            {lead.country}
            {lead.timeThere === null ? null : ` · ${lead.timeThere}`}
          </li>
        )}
        {lead.contacts.map((contact) => (
          <li key={contact.text}>
            <a href={`${contact.kind === "email" ? "mailto" : "tel"}:${contact.text}`} dir="ltr">
              {contact.text}
            </a>{" "}
            <small>({t(contact.isProved ? "desk.leads.proved" : "desk.leads.unproved")})</small>
          </li>
        ))}
        <li>{lead.reads}</li>
        {lead.born === null ? null : <li>{t("desk.leads.born", { date: lead.born })}</li>}
        {lead.isMinor ? <li className="tag amber">{t("desk.leads.minor")}</li> : null}
      </ul>
      <p className="in-line">
        {lead.tags.map((tag) => (
          <span key={tag} className="tag">
            <bdi>{tag}</bdi>
          </span>
        ))}
        <Link to={`${base}/tags${withoutNotice(search)}`} data-key="t" aria-keyshortcuts="t" preventScrollReset>
          {t("deskWork.tags.edit")}
        </Link>
      </p>
      <NextPanel
        answer={lead.answer}
        asleep={lead.asleep}
        tasks={lead.tasks}
        finished={lead.finished}
        owner={lead.ownerName}
        base={base}
        back={back}
        search={withoutNotice(search)}
      />
      <div className="acts">
        <VerbLink to={`${base}/contact${withoutNotice(search)}`} hotkey="c" look="go">
          {t("deskWork.contact.open")}
        </VerbLink>
        {handMoves(lead.stage).map((stage) => (
          <VerbButton
            key={stage}
            action={`${base}/move`}
            back={onward}
            values={{ from: lead.stage, to: stage }}
            {...(stage === "qualified" ? { hotkey: "1" } : {})}
          >
            {t(`states.lead.${stage}`)}
          </VerbButton>
        ))}
        {/* Where nobody is suggested, they are looked for by hand. */}
        <VerbLink to={lead.duplicates[0] === undefined ? `${base}/same` : `/desk/duplicates/${lead.duplicates[0].id}`} hotkey="2">
          {t("deskWork.duplicate")}
        </VerbLink>
        {lead.stage === "closed" ? (
          <VerbButton action={`${base}/reopen`} back={back} hotkey="3" look="go">
            {t("desk.leads.reopen")}
          </VerbButton>
        ) : (
          <>
            <VerbLink to={`${base}/snooze${withoutNotice(search)}`} hotkey="h">
              {t("deskWork.sleep.open")}
            </VerbLink>
            <CloseForm base={base} back={onward} stage={lead.stage} />
          </>
        )}
        {isSeen ? null : (
          <VerbButton action={`${base}/seen`} back={back} hotkey="s">
            {t("desk.leads.markSeen")}
          </VerbButton>
        )}
      </div>
      <Outlet context={{ onward: onward === back ? null : onward }} />
      <div className="cols">
        <EnquiriesPanel enquiries={lead.enquiries} />
        <GuardianPanel guardian={lead.guardian} isMinor={lead.isMinor} base={base} back={back} />
        <DuplicatesPanel duplicates={lead.duplicates} merges={lead.merges} leadId={lead.id} />
        <ChoicesPanel choices={lead.choices} mayOpen={lead.mayOpenChoices} />
        <LeadNotes notes={lead.notes} base={base} back={back} other={lead.other} colleagues={lead.colleagues} />
        <ScorePanel {...lead.score} />
        <AllowedPanel allowed={lead.allowed} isMinor={lead.isMinor} />
        <Panel title={t("desk.leads.owner")}>
          <OwnerForm owners={lead.owners} ownerId={lead.ownerId} action={`${base}/owner`} back={back} />
        </Panel>
        <SourcePanel touches={lead.touches} />
        <ConsentsPanel consents={lead.consents} history={lead.ledger} numbers={lead.numbers} action={`${base}/number`} back={back} />
      </div>
      <Timeline entries={lead.timeline} />
    </article>
  )
}
