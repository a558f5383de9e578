import type { Language } from "#app/locales/languages.ts"

/**
 * Public holidays of Morocco whose date is fixed, as they are commonly known. No source of ours has them: each is to be
 * confirmed by a head before it counts. Feasts of the moon are announced each year and stand in no table.
 */
const fixed: readonly { month: number; day: number; name: Record<Language, string> }[] = [
  { month: 1, day: 1, name: { en: "New Year", fr: "Jour de l’An", ar: "رأس السنة الميلادية" } },
  { month: 1, day: 11, name: { en: "Manifesto of Independence", fr: "Manifeste de l’Indépendance", ar: "ذكرى تقديم وثيقة الاستقلال" } },
  { month: 1, day: 14, name: { en: "Amazigh New Year", fr: "Nouvel An amazigh", ar: "رأس السنة الأمازيغية" } },
  { month: 5, day: 1, name: { en: "Labour Day", fr: "Fête du Travail", ar: "عيد الشغل" } },
  { month: 7, day: 30, name: { en: "Feast of the Throne", fr: "Fête du Trône", ar: "عيد العرش" } },
  { month: 8, day: 14, name: { en: "Oued Ed-Dahab Day", fr: "Journée de Oued Ed-Dahab", ar: "ذكرى استرجاع وادي الذهب" } },
  {
    month: 8,
    day: 20,
    name: { en: "Revolution of the King and the People", fr: "Révolution du Roi et du Peuple", ar: "ثورة الملك والشعب" },
  },
  { month: 8, day: 21, name: { en: "Youth Day", fr: "Fête de la Jeunesse", ar: "عيد الشباب" } },
  { month: 11, day: 6, name: { en: "Green March", fr: "Marche verte", ar: "ذكرى المسيرة الخضراء" } },
  { month: 11, day: 18, name: { en: "Independence Day", fr: "Fête de l’Indépendance", ar: "عيد الاستقلال" } },
]

/** Those of the coming twelve months that are not among the known days (as 2026-12-25), in order. */
export function proposedHolidays(today: Date, known: ReadonlySet<string>): { day: string; name: Record<Language, string> }[] {
  const year = today.getUTCFullYear()
  const [from, until] = [today.toISOString().slice(0, 10), new Date(today.getTime() + 366 * 86_400_000).toISOString().slice(0, 10)]
  return [year, year + 1]
    .flatMap((one) =>
      fixed.map(({ month, day, name }) => ({ day: new Date(Date.UTC(one, month - 1, day)).toISOString().slice(0, 10), name })),
    )
    .filter(({ day }) => day >= from && day < until && !known.has(day))
}
