/** What moves the ticks from the keyboard; see desk-keys.ts. */
export type TickWish = { id: string; isOn: boolean | "other" }
export const tickEvent = "desk-tick"
