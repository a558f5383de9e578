import type { StaffActor } from "#app/platform/ctx.server.ts"
import type { Owner, StaffRole, University } from "#app/platform/prisma-client/enums.ts"

/** Who may do what, as data: a role holds its verbs at its own university only. A test tries every cell over HTTP. */
export const permissions = {
  "leads.read": ["outreach", "officer", "head"],
  "leads.work": ["outreach", "officer", "head"],
  "leads.rules": ["head"],
  "people.merge": ["outreach", "officer", "head"],
  "leads.export": ["outreach", "officer", "head"],
  "leads.import": ["outreach", "officer", "head"],
  "catalogue.edit": ["outreach", "officer", "head"],
  "catalogue.publish": ["head"],
  "events.read": ["outreach", "head"],
  "events.edit": ["outreach", "head"],
  "events.publish": ["head"],
  "events.attend": ["outreach", "head"],
  "events.export": ["outreach", "head"],
  "codes.read": ["outreach", "head"],
  "codes.make": ["outreach", "head"],
  "choices.read": ["officer", "head"],
  "choices.work": ["officer", "head"],
  "choices.ask": ["officer", "head"],
  "choices.export": ["officer", "head"],
  "choices.decide": ["officer", "head"],
  "choices.confirm": ["officer", "head"],
  "waivers.decide": ["head"],
  "rules.edit": ["outreach", "officer", "head"],
  "rules.publish": ["head"],
  "score.read": ["outreach", "officer", "head"],
  "score.edit": ["head"],
  "campaigns.read": ["campaigns", "head"],
  "campaigns.build": ["campaigns"],
  "campaigns.send": ["campaigns"],
  "campaigns.approve": ["head"],
  "reports.read": ["outreach", "officer", "head"],
  "reports.work": ["outreach", "officer", "head"],
  "insight.read": ["director", "head"],
  "rates.set": ["head", "admin"],
  "partners.manage": ["head", "admin"],
  "staff.manage": ["admin"],
  "outbox.read": ["admin"],
  "journal.read": ["admin"],
} as const satisfies Record<string, readonly StaffRole[]>

export type Permission = keyof typeof permissions

const holds: Record<Permission, readonly StaffRole[]> = permissions

/** Whether the role holds the verb at all, whatever the university. */
export function roleMay(role: StaffRole, permission: Permission): boolean {
  return holds[permission].includes(role)
}

/** Whether this staff member may do it to a thing of `university`. The alliance's things (null) are the admin's. */
export function staffMay(actor: StaffActor, permission: Permission, university: University | null): boolean {
  return roleMay(actor.role, permission) && actor.university === university
}

/** Whether a staff member may do it at their own place; for guards of pages: `allowedStaffOf(context, may("leads.read"))`. */
export function may(permission: Permission): (actor: StaffActor) => boolean {
  return (actor) => roleMay(actor.role, permission)
}

/** The university of a staff member who has one; only the alliance's admin has none, and holds no verb of a university. */
export function universityOf(actor: StaffActor): University {
  if (actor.university === null) throw new Error("This member of staff belongs to no university")
  return actor.university
}

/** Whether a thing of one owner is within sight of a university: its own and the joint ones. */
export function isWithin(owner: Owner, university: University): boolean {
  return owner === "JOINT" || owner === university
}
