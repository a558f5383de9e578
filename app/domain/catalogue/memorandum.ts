/** What stands of a commitment of the memorandum of 11 September 2020, with where it was read. */
export type Commitment = {
  key: `c${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  standing: "announced" | "past" | "each" | "exists"
  sources: readonly string[]
}

export const memorandumSource = "https://www.perspectivesmed.com/al-akhawayn-et-lum6-polytechnique-unies-pour-la-recherche/"

export const commitments: readonly Commitment[] = [
  { key: "c1", standing: "announced", sources: [] },
  { key: "c2", standing: "announced", sources: [] },
  { key: "c3", standing: "announced", sources: [] },
  { key: "c4", standing: "past", sources: ["https://maroc-diplomatique.net/les-etudiants-de-luniversite-al-akhawayn-difrane-brillent/"] },
  { key: "c5", standing: "announced", sources: [] },
  { key: "c6", standing: "announced", sources: [] },
  {
    key: "c7",
    standing: "each",
    sources: [
      "https://www.epfl.ch/research/domains/exaf/excellence-in-africa-2/exaf-a-dynamic-research-centre/presentation-of-the-programme-excellence-in-africa/digital-education/100-phd-for-africa/",
    ],
  },
  {
    key: "c8",
    standing: "exists",
    sources: [
      "https://www.eurekalert.org/news-releases/1058464",
      "https://um6p.ma/fr/um6p-unesco-et-la-fondation-ocp-operationnalisent-une-plateforme-triangulaire-pour-des-agendas-de",
      "https://www.lesiteinfo.com/economie/659801-um6p-lance-le-programme-de-bourses-de-la-fondation-mastercard.html",
    ],
  },
  {
    key: "c9",
    standing: "each",
    sources: [
      "http://www.aui.ma/en/azroucenter/mission-objectives.html",
      "https://sd.um6p.ma/news/Sustainable-Alliance-:-UM6P-and-Rhamna-Province/?id=5fb69760cf5fcc0becab618f",
    ],
  },
]
