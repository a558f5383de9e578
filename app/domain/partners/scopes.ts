/** What a key may be given the right to do. */
export const partnerScopes = ["leads.write", "programmes.read"] as const
export type PartnerScope = (typeof partnerScopes)[number]
