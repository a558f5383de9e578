/** Whether a text from outside has the form of one of our ids: the database refuses to compare anything else. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
}
