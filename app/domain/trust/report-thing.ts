import type { Owner, University } from "#app/platform/prisma-client/enums.ts"

/** A report as events and mails name it: one that concerns both universities is read by both. */
export function reportThing({ id, about }: { id: string; about: Owner }): { name: string; id: string; university: University | null } {
  return { name: "report", id, university: about === "JOINT" ? null : about }
}
