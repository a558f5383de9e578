import { useTranslation } from "react-i18next"
import { findProgramme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { ProgrammeBrochure } from "#app/domain/catalogue/ui/programme-brochure.tsx"
import { askBrochure } from "#app/domain/leads/ask-brochure.server.ts"
import { enquiryForm, readEnquiryAddress, residenceOptions } from "#app/domain/leads/enquiry-form.server.ts"
import { pretendReference } from "#app/domain/leads/enquiry-thanks.server.ts"
import { ShortEnquiryForm } from "#app/domain/leads/ui/short-enquiry-form.tsx"
import { ctxOf, notFoundUnless, readForm, redirect, replyProblems, replyRefusal, sendingKeyOf } from "#app/platform/http.server.ts"
import { contactsOf } from "#app/ui/contact-lines.tsx"
import type { Route } from "./+types/brochure"

/** A programme to be printed, or asked for by mail: an answer of some kilobytes, kept like any public page. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const programme = notFoundUnless(await findProgramme(ctx, params.slug))
  const { publicUrl, senders } = ctx.settings
  return {
    language: ctx.language,
    programme,
    address: `${publicUrl}/${ctx.language}/programmes/${programme.slug}/brochure`,
    contact: contactsOf(senders)[programme.owner],
    countries: residenceOptions(ctx),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const form = await readForm(request, enquiryForm(ctx.now()))
  if (!form.ok) return replyProblems(form.reply)
  const { isTrapped, ...enquiry } = form.value
  const thanks = `/${ctx.language}/enquire/thanks`
  if (isTrapped) return redirect(`${thanks}?ref=${pretendReference(ctx)}&by=mail&of=brochure`)
  const outcome = await askBrochure(ctx, {
    slug: params.slug,
    enquiry: { ...enquiry, ...readEnquiryAddress(new URL(request.url)), sendingKey: sendingKeyOf(request) },
  })
  if (outcome.refused?.code === "not-found") throw new Response(null, { status: 404 })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(`${thanks}?ref=${outcome.done.reference}&by=mail&of=brochure`, 303)
}

export default function Brochure({ loaderData: { language, programme, address, contact, countries }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const title = t("brochure.title", { programme: programme.title })
  return (
    <article className="page">
      <title>{`${title} · ${t("common.name")}`}</title>
      <meta name="description" content={programme.summary} />
      <p className="crumb no-print">
        <a href={`/${language}/programmes/${programme.slug}`}>{programme.title}</a>
      </p>
      <ProgrammeBrochure programme={programme} language={language} address={address} contact={contact} />
      <section className="no-print">
        <h2 id="ask">{t("brochure.ask")}</h2>
        <p>{t("brochure.askText")}</p>
        <ShortEnquiryForm asks="brochure" reply={actionData} countries={countries} owner={programme.owner} language={language} />
      </section>
    </article>
  )
}
