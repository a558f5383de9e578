/**
 * Which edition of the texts of consent is shown. A new wording is a new edition: what was given for an earlier one stays
 * with the text that was read, and holds as long as that edition stands in `editionsThatHold`.
 */
export const consentTextVersion = 2
