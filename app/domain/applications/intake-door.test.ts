import { expect, test } from "vitest"
import { admissionYearAt, doorOf } from "./intake-door.ts"

const intake = {
  opensAt: new Date("2026-10-01T00:00:00Z"),
  closesAt: new Date("2027-03-15T22:59:00Z"),
  isSample: false,
  programme: { standing: "open" as const, isArchived: false },
}

test("an intake opens at its hour and closes at its minute, by our clock", () => {
  expect(doorOf(intake, new Date("2026-09-30T23:59:59Z"), false)).toBe("later")
  expect(doorOf(intake, new Date("2026-10-01T00:00:00Z"), false)).toBe("open")
  expect(doorOf(intake, new Date("2027-03-15T22:58:59Z"), false)).toBe("open")
  expect(doorOf(intake, new Date("2027-03-15T22:59:01Z"), false)).toBe("closed")
})

test("what is only announced, or closed, takes nobody whatever its dates", () => {
  for (const standing of ["announced", "closed"] as const) {
    expect(doorOf({ ...intake, programme: { standing, isArchived: false } }, new Date("2026-11-01"), true)).toBe("closed")
  }
})

test("what has been archived takes nobody", () => {
  const archived = { ...intake, programme: { standing: "open" as const, isArchived: true } }
  expect(doorOf(archived, new Date("2026-11-01"), true)).toBe("closed")
})

test("a sample takes applications in the demonstration only", () => {
  const sample = { ...intake, isSample: true, programme: { standing: "sample" as const, isArchived: false } }
  expect(doorOf(sample, new Date("2026-11-01"), true)).toBe("open")
  expect(doorOf(sample, new Date("2026-11-01"), false)).toBe("sample")
})

test("admission for the autumn begins the September before", () => {
  expect(admissionYearAt(new Date("2026-08-31"))).toBe(2026)
  expect(admissionYearAt(new Date("2026-09-01"))).toBe(2027)
})
