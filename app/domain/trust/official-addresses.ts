import { universitySites } from "#app/domain/catalogue/university-sites.ts"
import type { Settings } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"

/** Who stands behind an address, and how: it writes for us, or it is a site. */
type Official = { owner: Owner; address: string }

const owners = ["JOINT", "AUI", "UM6P"] as const

/** The addresses our mails come from: the senders of this installation. */
export function officialSenders({ senders }: Pick<Settings, "senders">): Official[] {
  return owners.map((owner) => {
    const sender = senders[owner]
    return { owner, address: (/<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender).trim().toLowerCase() }
  })
}

/** Our own site and those of the universities, as host names. */
export function officialSites({ publicUrl }: Pick<Settings, "publicUrl">): Official[] {
  return [
    { owner: "JOINT", address: new URL(publicUrl).host },
    ...(["AUI", "UM6P"] as const).flatMap((owner) => universitySites[owner].map((address) => ({ owner, address }))),
  ]
}

/** Whose site a host is: its own name or one below it. `aui.ma.example.com` is nobody's of ours. */
export function ownerOfHost(settings: Pick<Settings, "publicUrl">, host: string): Owner | null {
  return officialSites(settings).find(({ address }) => host === address || host.endsWith(`.${address}`))?.owner ?? null
}
