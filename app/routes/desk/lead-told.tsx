import { useTranslation } from "react-i18next"
import { useLocation } from "react-router"
import { contactChannels, resultsOf } from "#app/domain/leads/contact-results.ts"
import { findBegun, findStanding } from "#app/domain/leads/lead-work-queries.server.ts"
import { tellContact } from "#app/domain/leads/tell-contact.server.ts"
import { StepPage } from "#app/domain/leads/ui/step-page.tsx"
import { toldForm } from "#app/domain/leads/work-forms.ts"
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
import { VerbButton } from "#app/ui/desk-parts.tsx"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { Choices, TextArea } from "#app/ui/form.tsx"
import { useAnswered } from "#app/ui/answered.ts"
import type { Route } from "./+types/lead-told"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  const lead = notFoundUnless(await findStanding(ctx, { university: universityOf(ctx.actor), leadId }))
  const begun = notFoundUnless(await findBegun(ctx, { leadId, byId: ctx.actor.personId, contactId: idOf(params.contactId) }))
  const channel = contactChannels.find((one) => one === begun.channel) ?? "call"
  const isOpen = begun.result === "begun"
  return {
    subject: { name: `${lead.person.givenName} ${lead.person.familyName}`.trim(), state: ctx.t(`states.lead.${lead.stage}`) },
    leadId,
    contactId: begun.id,
    channel,
    // What was said already, of a contact that is told again, stays what it was.
    results: isOpen ? resultsOf[channel] : resultsOf[channel].filter((result) => result === begun.result),
    numbers: isOpen ? lead.person.contacts.flatMap(({ kind, value }) => (kind === "phone" ? [value] : [])) : [],
    said: begun.words,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const [leadId, contactId] = [idOf(params.leadId), idOf(params.contactId)]
  const form = await readForm(request, toldForm)
  if (!form.ok) return replyProblems(form.reply)
  const { how: result, words } = form.value
  const outcome = await tellContact(ctx, { leadId, contactId, result, words })
  const back = safePath(form.typed["back"]?.[0], `/desk/leads/${leadId}`)
  return outcome.refused?.field === undefined ? backWith(outcome, back, "lead-contacted") : replyRefusal(form.typed, outcome.refused)
}

/** How a contact went that began at a press; where nothing came of it, it is taken back. */
export default function LeadTold({ loaderData: step, actionData }: Route.ComponentProps) {
  const answered = useAnswered(actionData)
  const { t } = useTranslation()
  const { search } = useLocation()
  const base = `/desk/leads/${step.leadId}`
  const back = base + withoutNotice(search)
  const labels = { how: t("deskWork.contact.how"), words: t("deskWork.contact.words") }
  const words: (key: never) => string = t
  const options = step.results.map((result) => ({
    value: `${step.channel}.${result}`,
    label: words(`deskWork.contact.option.${step.channel}.${result}` as never),
  }))
  return (
    <StepPage
      title={t(step.numbers.length > 0 ? "deskWork.contact.toldCall" : "deskWork.contact.told")}
      reply={answered}
      labels={labels}
      back={back}
      save={t("deskWork.contact.save")}
      above={
        <div className="acts">
          {step.numbers.map((number) => (
            <a key={number} className="act go" href={`tel:${number}`}>
              <bdi dir="ltr">{number}</bdi>
            </a>
          ))}
          <VerbButton action={`${base}/contact/${step.contactId}/take-back`} back={back}>
            {t("deskWork.contact.takeBack")}
          </VerbButton>
        </div>
      }
    >
      {options.length === 1 ? (
        <input type="hidden" name="how" value={options[0]?.value} />
      ) : (
        <Choices kind="radio" name="how" label={labels.how} options={options} />
      )}
      <TextArea name="words" label={labels.words} rows={3} isOptional value={step.said} />
    </StepPage>
  )
}
