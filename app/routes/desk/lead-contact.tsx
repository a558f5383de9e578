import { useTranslation } from "react-i18next"
import { Link, useLocation } from "react-router"
import { findBegun, findStanding } from "#app/domain/leads/lead-work-queries.server.ts"
import { recordContact } from "#app/domain/leads/record-contact.server.ts"
import { ReachLinks, pickHow } from "#app/domain/leads/ui/reach-links.tsx"
import { StepPage } from "#app/domain/leads/ui/step-page.tsx"
import { reachWords } from "#app/domain/leads/ui/reach-words.ts"
import { contactForm, contactOptions } from "#app/domain/leads/work-forms.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import {
  allowedStaffOf,
  backWith,
  idOf,
  notFoundUnless,
  readForm,
  replyProblems,
  replyRefusal,
  safePath,
} from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { Choices, TextArea } from "#app/ui/form.tsx"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-contact"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const lead = notFoundUnless(await findStanding(ctx, { university, leadId }))
  // What is prepared is read by the candidate: in their language.
  const reach = reachWords(ctx.inLanguage(lead.language).t, {
    name: lead.person.givenName,
    officer: ctx.actor.name,
    university,
    reference: lead.person.enquiries[0]?.reference ?? null,
    contacts: lead.person.contacts,
  })
  const begun = await findBegun(ctx, { leadId, byId: ctx.actor.personId, contactId: null })
  const anId = () => Object.fromEntries(reach.calls.map((number) => [number, ctx.id()]))
  return {
    leadId,
    reach,
    ids: { calls: anId(), chats: anId() },
    begun: begun === null ? null : { id: begun.id, at: momentText(begun.createdAt, ctx.language) },
    reads: ctx.t(`common.languageName.${lead.language}`),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const form = await readForm(request, contactForm)
  if (!form.ok) return replyProblems(form.reply)
  const { how, words } = form.value
  const outcome = await recordContact(ctx, { leadId, ...how, words })
  const back = safePath(form.typed["back"]?.[0], `/desk/leads/${leadId}`)
  return outcome.refused?.field === undefined ? backWith(outcome, back, "lead-contacted") : replyRefusal(form.typed, outcome.refused)
}

/** Calls, WhatsApp and mail at a press, and what came of one that was had elsewhere. */
export default function LeadContact({ loaderData: step, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { t } = useTranslation()
  const { search } = useLocation()
  const base = `/desk/leads/${step.leadId}`
  const query = withoutNotice(search)
  const labels = { how: t("deskWork.contact.how"), words: t("deskWork.contact.words") }
  const words: (key: never) => string = t
  const options = contactOptions.map(({ channel, result }) => ({
    value: `${channel}.${result}`,
    label: words(`deskWork.contact.option.${channel}.${result}` as never),
  }))
  return (
    <StepPage
      title={t("deskWork.contact.title")}
      reply={answered}
      labels={labels}
      back={base + query}
      save={t("deskWork.contact.save")}
      above={
        <>
          {step.begun === null ? null : (
            <p>
              <Link to={`${base}/contact/${step.begun.id}${query}`} preventScrollReset>
                {t("deskWork.contact.begun", { when: step.begun.at })}
              </Link>
            </p>
          )}
          <ReachLinks key={base} reach={step.reach} ids={step.ids} reads={step.reads} base={base} search={query} onMail={pickHow} />
        </>
      }
    >
      <Choices kind="radio" name="how" label={labels.how} options={options} />
      <TextArea name="words" label={labels.words} rows={3} isOptional />
    </StepPage>
  )
}
