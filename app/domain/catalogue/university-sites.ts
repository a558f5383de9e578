/** The sites of the universities, as their own pages give them (2024 to 2026). Hosts below one of these are theirs too. */
export const universitySites = {
  AUI: ["aui.ma"],
  UM6P: ["um6p.ma", "fgses-um6p.ma"],
} as const

/** The address of a university's home page. */
export function universityHome(university: keyof typeof universitySites): string {
  return `https://${universitySites[university][0]}`
}
