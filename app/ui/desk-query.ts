/** The query without the word for what was just done. */
export function withoutNotice(search: string): string {
  const query = new URLSearchParams(search)
  query.delete("did")
  query.delete("no")
  const rest = query.toString()
  return rest === "" ? "" : `?${rest}`
}
