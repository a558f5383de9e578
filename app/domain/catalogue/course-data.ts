import type { ProgrammeView } from "./catalogue-queries.server.ts"
import { universityHome } from "./university-sites.ts"

type About = { url: string; language: string; university: string }

/**
 * The programme as schema.org's Course, for search engines; null for what nobody can study yet. Sample dates and fees
 * stay out: a search engine would show them as facts. The text is safe inside a script element.
 */
export function courseData(programme: ProgrammeView, { url, language, university }: About): string | null {
  if (programme.standing === "announced" || programme.owner === "JOINT") return null
  const instances = programme.intakes
    .filter(({ isSample, window }) => !isSample && window !== "closed")
    .map(({ startsOn }) => ({
      "@type": "CourseInstance",
      courseMode: "Onsite",
      startDate: startsOn.toISOString().slice(0, 10),
      location: { "@type": "Place", name: programme.city, address: { "@type": "PostalAddress", addressCountry: "MA" } },
    }))
  const course = {
    "@context": "https://schema.org",
    "@type": "Course",
    name: programme.title,
    description: programme.summary,
    url,
    inLanguage: language,
    availableLanguage: programme.teachingLanguages,
    educationalLevel: programme.level,
    provider: {
      "@type": "CollegeOrUniversity",
      name: university,
      sameAs: universityHome(programme.owner),
    },
    ...(instances.length === 0 ? {} : { hasCourseInstance: instances }),
  }
  return JSON.stringify(course).replaceAll("<", "\\u003c")
}
