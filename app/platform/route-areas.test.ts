import fc from "fast-check"
import { matchRoutes, type RouteObject } from "react-router"
import type { RouteConfigEntry } from "@react-router/dev/routes"
import { expect, test } from "vitest"
import siteMap from "#app/routes.ts"
import { routeAreas } from "./route-areas.ts"

type Place = { id: string; parentId: string | undefined; path: string | undefined; index: boolean }

function placesOf(entries: readonly RouteConfigEntry[], parentId?: string): Place[] {
  return entries.flatMap(({ id, file, path, index = false, children = [] }) => {
    const own = id ?? file
    return [{ id: own, parentId, path, index }, ...placesOf(children, own)]
  })
}

const places = placesOf(siteMap, "root")
const all: Record<string, Place> = Object.fromEntries(
  [{ id: "root", parentId: undefined, path: "", index: false }, ...places].map((place) => [place.id, place]),
)

function treeOf(routes: Record<string, Place | undefined>, parentId: string | undefined): RouteObject[] {
  return Object.values(routes)
    .flatMap((place) => (place !== undefined && place.parentId === parentId ? [place] : []))
    .map(({ id, path, index }): RouteObject => {
      const own = { id, ...(path === undefined ? {} : { path }) }
      return index ? { ...own, index: true } : { ...own, children: treeOf(routes, id) }
    })
}

const whole = treeOf(all, undefined)
const areaOf = routeAreas(all)
const found = (routes: RouteObject[], pathname: string) =>
  matchRoutes(routes, pathname)?.map(({ route, params, pathname: at }) => ({ id: route.id, params, at })) ?? null

/** Words of the site map, what stands for them in an address, and what does not. */
const words = [...new Set(places.flatMap(({ path = "" }) => path.split("/")))].map((word) =>
  /[:*]/.test(word) || word === "" ? "x1" : word,
)
const segment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words, "fr", "en", "ar") },
  { weight: 1, arbitrary: fc.constantFrom("", "DESK", "Programmes", "%61pply", "a b", "نعم", "constructor", "__proto__") },
)

const inArea = (pathname: string) => found(treeOf(areaOf(pathname).routes, undefined), pathname)

test("in its area every word of the site map leads where it leads in the whole", () => {
  for (const first of ["fr", "desk"]) {
    for (const second of words) {
      for (const rest of ["", "/x1/edit"]) {
        const pathname = `/${first}/${second}${rest}`
        expect([pathname, inArea(pathname)]).toEqual([pathname, found(whole, pathname)])
      }
    }
  }
})

test("in its area any address finds what it finds in the whole site map", () => {
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
      const pathname = `/${segments.join("/")}`
      expect(inArea(pathname)).toEqual(found(whole, pathname))
    }),
    { numRuns: 300 },
  )
  expect(inArea("/fr/%E0%A4%A")).toEqual(found(whole, "/fr/%E0%A4%A"))
})

test("an area has few of the routes, and there are no more areas than the site map has words for", () => {
  expect(Object.keys(areaOf("/fr/enquire").routes).length).toBeLessThan(places.length / 4)
  expect(areaOf("/fr/no-such-page")).toBe(areaOf("/en/nor-this"))
  expect(areaOf("/desk/leads/a")).toBe(areaOf("/desk/leads/b/note"))
})
