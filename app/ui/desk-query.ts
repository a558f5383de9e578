/** The query without the word for what was just done, and to how many. */
export function withoutNotice(search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ["did", "no", "n", "of", "open"]) query.delete(name)
  const rest = query.toString()
  return rest === "" ? "" : `?${rest}`
}
