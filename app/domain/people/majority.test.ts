import { describe, expect, it } from "vitest"
import { isMinor, mayBind, youngestAge } from "./majority.ts"

const today = new Date("2026-11-23T12:00:00Z")
const born = (date: string) => ({ birthDate: new Date(date) })

describe("who is a minor", () => {
  it("turns eighteen on the birthday, not before", () => {
    expect(isMinor(born("2008-11-24"), today)).toBe(true)
    expect(isMinor(born("2008-11-23"), today)).toBe(false)
    expect(youngestAge(born("2008-02-29"), new Date("2026-02-28T12:00:00Z"))).toBe(17)
    expect(youngestAge(born("2008-02-29"), new Date("2026-03-01T12:00:00Z"))).toBe(18)
  })

  it("is one perhaps, when the year alone leaves it open", () => {
    expect(isMinor({ birthYear: 2009 }, today)).toBe(true)
    expect(isMinor({ birthYear: 2008 }, today)).toBe(true)
    expect(isMinor({ birthYear: 2007 }, today)).toBe(false)
  })

  it("believes the date before the year", () => {
    expect(isMinor({ birthDate: new Date("2008-01-01"), birthYear: 2010 }, today)).toBe(false)
  })

  it("is not assumed of somebody whose age is not known", () => {
    expect(isMinor({}, today)).toBe(false)
    expect(isMinor({ birthDate: null, birthYear: null }, today)).toBe(false)
  })
})

describe("who may bind themselves alone", () => {
  it("is of age where they live", () => {
    const nineteen = born("2007-01-01")
    expect(mayBind(nineteen, "SN", today)).toBe(true)
    expect(mayBind(nineteen, "CM", today)).toBe(false)
    expect(mayBind(nineteen, "DZ", today)).toBe(true)
    expect(mayBind(born("2008-06-01"), "DZ", today)).toBe(false)
    expect(mayBind(born("2005-11-23"), "EG", today)).toBe(true)
  })

  it("is at least eighteen everywhere", () => {
    expect(mayBind(born("2008-11-24"), "SN", today)).toBe(false)
    expect(mayBind(born("2008-11-23"), null, today)).toBe(true)
    expect(mayBind(born("2008-11-23"), "ZZ", today)).toBe(true)
  })

  it("needs a birth date or year", () => {
    expect(mayBind({}, "SN", today)).toBe(false)
  })
})
