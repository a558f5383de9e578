import type { Ctx } from "#app/platform/ctx.server.ts"
import { countryName } from "#app/domain/catalogue/countries.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { gapAt } from "#app/locales/gaps.ts"
import { codeGap, type FrozenTemplate, freezeTemplate, ownGaps, unsubscribeGap } from "./frozen-batch.ts"
import { cutAtFields, slotFiller } from "./merge-fields.ts"
import type { MergeValues } from "./merge-fields-list.ts"

export type RenderedMessage = { subject: string; html: string; text: string }

/** Lays a message out as a mail; the layout belongs to app/emails. */
export type RenderMessage = (
  message: { owner: Owner; subject: string; body: string; unsubscribePage: string; code: string },
  language: Language,
) => Promise<RenderedMessage>

export type Reader = { givenName: string; familyName: string; country: string | null }

export type CampaignTemplate = { frozen: FrozenTemplate; valuesFor(reader: Reader): string[] }

/** One message, laid out once with gaps where each person's own words go. */
export async function templateOf(
  ctx: Ctx,
  message: { owner: Owner; language: Language; subject: string; body: string },
  render: RenderMessage,
): Promise<CampaignTemplate> {
  const { t } = ctx.inLanguage(message.language)
  const university = t(`common.university.${message.owner}`)
  const fallbacks: MergeValues = {
    given_name: t("campaigns.fallback.given_name"),
    family_name: "",
    country: t("campaigns.fallback.country"),
    university,
  }
  const slots: string[] = []
  const withGaps = (text: string) => {
    const cut = cutAtFields(text)
    return cut.parts.reduce((whole, part, index) => {
      slots.push(cut.slots[index - 1] ?? "")
      return whole + gapAt(ownGaps - 1 + slots.length) + part
    })
  }
  const subject = withGaps(message.subject)
  const body = withGaps(message.body)
  const fill = slotFiller(slots, fallbacks)
  const rendered = await render({ owner: message.owner, subject, body, unsubscribePage: unsubscribeGap, code: codeGap }, message.language)
  return {
    frozen: freezeTemplate(rendered),
    valuesFor: (reader) =>
      fill({
        given_name: reader.givenName,
        family_name: reader.familyName,
        country: (reader.country === null ? null : countryName(reader.country, message.language)) ?? "",
        university,
      }),
  }
}
