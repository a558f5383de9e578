import type { LeadStage } from "#app/platform/prisma-client/enums.ts"

/**
 * The life of a lead, as data. It goes forward; any stage may be closed with a reason. A closed lead is reopened to where
 * it was, kept by `stageBefore`; that edge does not stand here, nor does the undoing of a move.
 */
export const leadEdges = {
  new: ["contacted", "qualified", "nurturing", "applying", "applied", "closed"],
  contacted: ["qualified", "nurturing", "applying", "applied", "closed"],
  qualified: ["nurturing", "applying", "applied", "closed"],
  nurturing: ["applying", "applied", "closed"],
  applying: ["applied", "closed"],
  applied: ["closed"],
  closed: [],
} as const satisfies Record<LeadStage, readonly LeadStage[]>

export const leadStages = Object.keys(leadEdges) as LeadStage[]

/** Stages an officer sets. The application itself sets the later ones. */
export const handStages = ["contacted", "qualified", "nurturing"] as const satisfies readonly LeadStage[]
export type HandStage = (typeof handStages)[number]

/** Why a lead is closed. */
export const closeReasons = ["not-eligible", "no-answer", "not-interested", "elsewhere", "wrong-contact", "not-a-candidate"] as const
export type CloseReason = (typeof closeReasons)[number]

const edges: Record<LeadStage, readonly LeadStage[]> = leadEdges

export function mayLeadMove(from: LeadStage, to: LeadStage): boolean {
  return edges[from].includes(to)
}

/** The stages an officer may move a lead to from here. */
export function handMoves(from: LeadStage): HandStage[] {
  return handStages.filter((stage) => mayLeadMove(from, stage))
}
