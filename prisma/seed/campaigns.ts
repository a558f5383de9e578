import { createCampaign } from "#app/domain/campaigns/create-campaign.server.ts"
import { everybody, type Segment } from "#app/domain/campaigns/segment.ts"
import { sendCampaign } from "#app/domain/campaigns/send-campaign.server.ts"
import { setSegment } from "#app/domain/campaigns/set-segment.server.ts"
import { writeMessage } from "#app/domain/campaigns/write-message.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner, University } from "#app/platform/prisma-client/enums.ts"
import { must } from "./applications.ts"

type Letter = Record<Language, { subject: string; body: string }>

const calendar: Letter = {
  en: {
    subject: "Sample: when applications open",
    body: "Hello {{ given_name }},\n\nthis is a sample letter of the demonstration. It would tell you when applications open, what to prepare, and whom to ask.\n\nApplying is free for most programmes, and nobody can sell you a place.",
  },
  fr: {
    subject: "Exemple : quand s’ouvrent les candidatures",
    body: "Bonjour {{ given_name }},\n\nceci est une lettre d’exemple de la démonstration. Elle vous dirait quand s’ouvrent les candidatures, quoi préparer et à qui demander.\n\nCandidater est gratuit pour la plupart des programmes, et personne ne peut vous vendre une place.",
  },
  ar: {
    subject: "مثال: متى يُفتح باب الترشح",
    body: "مرحبًا {{ given_name }}،\n\nهذه رسالة مثال من النسخة التجريبية. ستخبرك متى يُفتح باب الترشح، وماذا تحضّر، ومن تسأل.\n\nالترشح مجاني في أغلب البرامج، ولا أحد يستطيع أن يبيعك مقعدًا.",
  },
}

/** One campaign that went out at each university, and a joint one that waits for the other's word. */
export async function seedCampaigns(campaignerOf: (university: University) => Ctx, runJobs: () => Promise<void>): Promise<void> {
  await write(campaignerOf("AUI"), "AUI", "Opening dates, anglophone schools", { ...everybody, languages: ["en"] })
    .then((campaignId) => sendCampaign(campaignerOf("AUI"), { campaignId }))
    .then((outcome) => must(outcome, "campaign of AUI"))
  await write(campaignerOf("UM6P"), "UM6P", "Dates d’ouverture, Sahel et Afrique centrale", { ...everybody, languages: ["fr", "ar"] })
    .then((campaignId) => sendCampaign(campaignerOf("UM6P"), { campaignId }))
    .then((outcome) => must(outcome, "campaign of UM6P"))
  await runJobs()
  await write(campaignerOf("UM6P"), "JOINT", "Open day of both universities", everybody)
}

async function write(ctx: Ctx, owner: Owner, name: string, segment: Segment): Promise<string> {
  const { campaignId } = must(await createCampaign(ctx, { owner, name, purpose: "news" }), name)
  for (const language of ["en", "fr", "ar"] as const) {
    must(await writeMessage(ctx, { campaignId, language, ...calendar[language] }), `${name} ${language}`)
  }
  must(await setSegment(ctx, { campaignId, segment }), `${name} segment`)
  return campaignId
}
