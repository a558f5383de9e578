/** How the people of a list were asked whether they want mail: on a sheet they signed, in a form, or aloud. */
export const consentWays = ["sheet", "form", "spoken"] as const
export type ConsentWay = (typeof consentWays)[number]
