import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { beginContact } from "#app/domain/leads/begin-contact.server.ts"
import { findStanding } from "#app/domain/leads/lead-work-queries.server.ts"
import { reachWords } from "#app/domain/leads/ui/reach-words.ts"
import { reachForm } from "#app/domain/leads/work-forms.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, readForm, replyProblems, safePath } from "#app/platform/http.server.ts"
import type { Route } from "./+types/lead-reach"

/** What begins begins by a press; an address that is only opened leads to the buttons. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const leadId = idOf(params.leadId)
  notFoundUnless(await findStanding(ctx, { university: universityOf(ctx.actor), leadId }))
  return { contact: `/desk/leads/${leadId}/contact` }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const form = await readForm(request, reachForm)
  if (!form.ok) return replyProblems(form.reply)
  const { contact: contactId, channel, number } = form.value
  const outcome = await beginContact(ctx, { leadId, contactId, channel, number })
  const back = safePath(form.typed["back"]?.[0], `/desk/leads/${leadId}/contact`)
  if (outcome.refused) return backWith(outcome, back, "")
  if (channel === "call") return backWith(outcome, back.replace(/\/contact(?=\?|$)/, `/contact/${contactId}`), "lead-begun")
  const lead = notFoundUnless(await findStanding(ctx, { university, leadId }))
  const { chats } = reachWords(ctx.inLanguage(lead.language).t, {
    name: lead.person.givenName,
    officer: ctx.actor.name,
    university,
    reference: lead.person.enquiries[0]?.reference ?? null,
    contacts: lead.person.contacts,
  })
  return { chat: notFoundUnless(chats.find((one) => one.number === number) ?? null).href }
}

/**
 * The chat opens from here, in a tab of its own. It is led on to by the page and not by an answer to the form: the content
 * policy lets forms lead nowhere but to us, and where the chat's own address leads on to is not ours to know.
 */
export default function LeadReach({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  if (actionData === undefined || !("chat" in actionData)) return <Link to={loaderData.contact}>{t("deskWork.contact.title")}</Link>
  return (
    <article>
      <title>{`${t("deskWork.contact.opens")} · ${t("common.name")}`}</title>
      <meta httpEquiv="refresh" content={`0; url=${actionData.chat}`} />
      <h1>{t("deskWork.contact.opens")}</h1>
      <p>{t("deskWork.contact.opensText")}</p>
      <p>
        <a className="act go" href={actionData.chat} rel="noreferrer">
          {t("deskWork.contact.opensLink")}
        </a>
      </p>
    </article>
  )
}
