import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import type { Address } from "#app/domain/people/contact.server.ts"
import { unsubscribeLinks } from "#app/domain/people/preferences-link.server.ts"
import { confirmLink } from "#app/domain/people/prove-address.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { type EnquiryAnswer, type EnquiryInput, makeEnquiry } from "./make-enquiry.server.ts"

const mailedOnceMs = 3_600_000

type Programme = { id: string; slug: string; owner: Owner; title: string }

/**
 * Mails somebody the link of a programme's brochure: an enquiry of kind brochure to whom the programme belongs, and one mail
 * an hour of each brochure to an address, whoever types it. Refusals: not-found, field.required, and those of `makeEnquiry`.
 */
export async function askBrochure(ctx: Ctx, { slug, enquiry }: { slug: string; enquiry: EnquiryInput }): Promise<Outcome<EnquiryAnswer>> {
  const row = await ctx.db.programme.findUnique({
    where: { slug, isArchived: false },
    select: { id: true, slug: true, owner: true, title: true },
  })
  if (row === null) return refuse("not-found")
  if (enquiry.email.trim() === "") return refuse("field.required", { field: "email" })
  const programme = { ...row, title: textIn(ctx.language, row.title) }
  return makeEnquiry(
    ctx,
    { ...enquiry, kind: "brochure", programme: slug },
    {
      key: `brochure ${row.id}`,
      stands: async () => true,
      check: async () => done(),
      write: async (tx, { personId, enquiryId, email }) => {
        if (email !== null) await mailBrochure(ctx, tx, { programme, personId, enquiryId, email })
      },
    },
  )
}

type Asked = { programme: Programme; personId: string; enquiryId: string; email: Address }

async function mailBrochure(ctx: Ctx, tx: Tx, { programme, personId, enquiryId, email }: Asked): Promise<void> {
  const recent = await tx.db.enquiry.findMany({
    where: {
      kind: "brochure",
      programmeId: programme.id,
      id: { not: enquiryId },
      createdAt: { gt: new Date(ctx.now().getTime() - mailedOnceMs) },
      email: { equals: email.typed, mode: "insensitive" },
    },
    take: 1,
    select: { id: true },
  })
  if (recent.length > 0) return
  const { reference } = await tx.db.enquiry.findUniqueOrThrow({ where: { id: enquiryId }, select: { reference: true } })
  const { language } = ctx
  const links = unsubscribeLinks(ctx, { personId, owner: "JOINT", language, address: email.value })
  await tx.mail("brochure-sent", {
    sender: programme.owner,
    to: email.typed,
    personId,
    language,
    props: {
      programme: programme.title,
      brochure: `${ctx.settings.publicUrl}/${language}/programmes/${programme.slug}/brochure`,
      reference,
      confirm: confirmLink(ctx, { personId, address: email.value }),
      preferences: links.page,
      oneClick: links.oneClick,
    },
    thing: { name: "enquiry", id: enquiryId },
  })
}
