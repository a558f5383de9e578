import { makePartnerKey } from "#app/domain/partners/make-partner-key.server.ts"
import { readLead } from "#app/domain/partners/read-lead.server.ts"
import { revokePartnerKey } from "#app/domain/partners/revoke-partner-key.server.ts"
import { takeLead } from "#app/domain/partners/take-lead.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { must } from "./applications.ts"

const leads = [
  { firstName: "Aminata", lastName: "Traoré", email: "aminata.traore@example.org", country: "ML", language: "fr", level: "master" },
  {
    firstName: "Chidi",
    lastName: "Okafor",
    phone: "+2348021234567",
    country: "NG",
    language: "en",
    level: "bachelor",
    fields: ["engineering"],
  },
]

/** A partner whose program hands over candidates, and a key that has ended. Whoever tries the demonstration makes a key of their own. */
export async function seedPartners({ head, program }: { head: Ctx; program: Ctx }): Promise<void> {
  const old = must(await makePartnerKey(head, { partner: "Forum des lycées du Sahel", scopes: ["leads.write"] }), "partner key")
  must(await revokePartnerKey(head, { keyId: old.keyId }), "end of partner key")
  const partner = "Orientation Afrique"
  const scopes = ["leads.write", "programmes.read"] as const
  const { keyId } = must(await makePartnerKey(head, { partner, scopes }), "partner key")
  const actor = { kind: "partner", keyId, partner, university: "AUI", scopes } as const
  for (const [index, body] of leads.entries()) {
    const { lead } = readLead(program, { ...body, campaign: "Salon d’orientation" })
    if (lead === undefined) throw new Error(`Seed partner lead ${index}`)
    must(await takeLead(program.as(actor), { lead, idempotencyKey: `seed-${index}` }), `partner lead ${index}`)
  }
}
