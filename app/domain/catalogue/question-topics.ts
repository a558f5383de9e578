/** What questions are about, in the order a reader meets them. */
export const topics = ["coming", "papers", "languages", "money", "applying", "answers", "living", "trust"] as const

export type Topic = (typeof topics)[number]

export function isTopic(text: string): text is Topic {
  return topics.some((topic) => topic === text)
}

/** The address of a list of questions. */
export function questionsAddress(language: string, list: { q?: string; topic?: Topic | null; page?: number }): string {
  const { q = "", topic = null, page = 1 } = list
  const query = new URLSearchParams()
  if (q !== "") query.set("q", q)
  if (topic !== null) query.set("topic", topic)
  if (page > 1) query.set("page", String(page))
  const text = query.toString()
  return `/${language}/questions${text === "" ? "" : `?${text}`}`
}
