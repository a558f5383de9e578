import { universityHome } from "./university-sites.ts"

type About = {
  publicUrl: string
  language: string
  name: string
  universities: Record<"AUI" | "UM6P", string>
  cities: Record<"AUI" | "UM6P", string>
}

/**
 * The site and the two universities behind it as schema.org's WebSite and EducationalOrganization, for search engines.
 * The text is safe inside a script element.
 */
export function organizationData({ publicUrl, language, name, universities, cities }: About): string {
  const organizations = (["AUI", "UM6P"] as const).map((university) => ({
    "@type": ["EducationalOrganization", "CollegeOrUniversity"],
    "@id": universityHome(university),
    name: universities[university],
    url: universityHome(university),
    address: { "@type": "PostalAddress", addressLocality: cities[university], addressCountry: "MA" },
  }))
  const site = {
    "@type": "WebSite",
    name,
    url: `${publicUrl}/${language}`,
    inLanguage: language,
    publisher: organizations.map((organization) => ({ "@id": organization["@id"] })),
  }
  return JSON.stringify({ "@context": "https://schema.org", "@graph": [site, ...organizations] }).replaceAll("<", "\\u003c")
}
