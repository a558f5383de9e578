/*
 * Editions of the texts that people are shown when they say yes. A new wording is a new edition: what was given for an
 * earlier one is kept with the text that was read, and holds for as long as that edition holds. A test keeps the number and
 * the texts together.
 */

type Edition = {
  version: number
  since: string
  /** Whether a yes to it still counts; when not, a job ends what was given for it. */ holds: boolean
}

export const consentEditions: readonly Edition[] = [
  { version: 1, since: "2026-11-23", holds: true },
  { version: 2, since: "2026-11-26", holds: true },
]

/** The edition that is shown. */
export const consentTextVersion = 2

/** After so long without a word from somebody their yes ends by itself. */
export const silenceMonths = 24
