import { catalogueText } from "#app/domain/catalogue/catalogue-texts.ts"
import type { Content } from "./content.ts"
import type { DraftText } from "./draft-text.ts"

/** A thing as readers have it now. */
export type Published<Kept extends Content = Content> = { content: Kept; isArchived: boolean; updatedAt: Date }

/** The text as it was written. One that lacks a language throws: the verb has asked before. */
export function wholeText(text: DraftText): DraftText {
  catalogueText.parse(text)
  return text
}
