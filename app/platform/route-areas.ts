type Place = { id: string; parentId?: string | undefined; path?: string | undefined }

/** The addresses that begin with the same two words, and every route that one of them may lead to. */
export type Area<Route> = { name: string; routes: Record<string, Route | undefined> }

const depth = 2

/**
 * Cuts a site map into areas. A router tries its routes one after another, each with all that stands around it: of some
 * two hundred an area has a dozen. What it finds among them is what it finds among all of them.
 */
export function routeAreas<Route extends Place>(routes: Record<string, Route | undefined>): (pathname: string) => Area<Route> {
  const places = Object.keys(routes).map((id) => {
    const chain = chainOf(routes, id)
    const segments = chain.flatMap(({ path = "" }) => path.split("/").filter((segment) => segment !== ""))
    return { ids: chain.map((one) => one.id), words: segments.slice(0, depth).map(wordOf) }
  })
  const known = Array.from({ length: depth }, (_, at) => new Set(places.map(({ words }) => words[at] ?? null)))
  const areas = new Map<string, Area<Route>>()
  return (pathname) => {
    const asked = Array.from({ length: depth }, (_, at) => {
      const word = decoded(pathname.split("/", depth + 1)[at + 1] ?? "").toLowerCase()
      return known[at]?.has(word) ? word : ""
    })
    const name = asked.join("/")
    const made = areas.get(name)
    if (made !== undefined) return made
    const fitting = places.filter(({ words }) => words.every((word, at) => word === null || word === asked[at]))
    const ids = new Set(fitting.flatMap((place) => place.ids))
    const area = { name, routes: Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id))) }
    areas.set(name, area)
    return area
  }
}

/** The word that a segment of a route stands for, as the router compares it; null when it takes any. */
function wordOf(segment: string): string | null {
  return /[:*?]/.test(segment) ? null : segment.toLowerCase()
}

/** The route and those around it, the outermost first. */
function chainOf<Route extends Place>(routes: Record<string, Route | undefined>, id: string): Route[] {
  const route = routes[id]
  if (route === undefined) return []
  return [...(route.parentId === undefined ? [] : chainOf(routes, route.parentId)), route]
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
