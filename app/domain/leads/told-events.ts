/** Events of a lead and its person that a timeline tells; each has its sentence in `desk.event`. */
export const toldOfLead = [
  "lead.moved",
  "lead.move-undone",
  "lead.closed",
  "lead.reopened",
  "lead.assigned",
  "lead.advanced",
  "lead.seen",
  "lead.noted",
  "enquiry.made",
  "contact.proved",
  "guardian.asked",
  "guardian.consented",
  "guardian.withdrew",
  "application.started",
  "application.submitted",
] as const
