import type { Language } from "#app/locales/languages.ts"

/* Made-up people: common given and family names of each region, joined by chance. No row is anybody. */

type Region = { given: readonly string[]; family: readonly string[]; language: Language }

const westFrench: Region = {
  language: "fr",
  given: ["Awa", "Aïssatou", "Fatou", "Mariam", "Aminata", "Khady", "Binta", "Moussa", "Ousmane", "Ibrahima", "Cheikh", "Souleymane", "Abdoulaye", "Adama", "Kossi", "Yao", "Affoué", "Séverin", "Judicaël", "Rosine"],
  family: ["Diop", "Ndiaye", "Sow", "Diallo", "Ba", "Traoré", "Keïta", "Coulibaly", "Ouédraogo", "Sawadogo", "Kouassi", "Koné", "N’Guessan", "Agbodjan", "Hounkpatin", "Adjovi", "Camara", "Barry", "Issoufou", "Garba"],
}
const centralFrench: Region = {
  language: "fr",
  given: ["Grâce", "Merveille", "Christelle", "Prisca", "Divine", "Arsène", "Patrick", "Junior", "Fabrice", "Landry", "Clarisse", "Bénédicte", "Exaucé", "Gloire", "Solange", "Guy"],
  family: ["Mbarga", "Nguema", "Obiang", "Mukendi", "Kabongo", "Ilunga", "Tshibangu", "Moukoko", "Essomba", "Ndong", "Mahamat", "Ngaro", "Loemba", "Makaya", "Niyonzima", "Nkurunziza"],
}
const westEnglish: Region = {
  language: "en",
  given: ["Chinedu", "Ngozi", "Adaeze", "Tunde", "Folake", "Amina", "Yusuf", "Kofi", "Ama", "Kwame", "Abena", "Efua", "Musu", "Isatu", "Lamin", "Fatoumata", "Blessing", "Emeka"],
  family: ["Okafor", "Adeyemi", "Balogun", "Eze", "Bello", "Abubakar", "Mensah", "Owusu", "Boateng", "Asante", "Jallow", "Ceesay", "Kamara", "Koroma", "Johnson", "Weah"],
}
const east: Region = {
  language: "en",
  given: ["Wanjiru", "Achieng", "Kamau", "Otieno", "Njeri", "Neema", "Baraka", "Zawadi", "Juma", "Asha", "Namukasa", "Mugisha", "Uwase", "Keza", "Selam", "Abebe", "Hana", "Dawit", "Deng", "Nyandeng"],
  family: ["Mwangi", "Odhiambo", "Wambui", "Kiptoo", "Mushi", "Mwakyusa", "Nakato", "Okello", "Habimana", "Mukamana", "Bekele", "Tesfaye", "Haile", "Kuol", "Lado", "Hassan"],
}
const southern: Region = {
  language: "en",
  given: ["Thandiwe", "Sipho", "Nomvula", "Lerato", "Tshepo", "Tendai", "Rudo", "Tatenda", "Chipo", "Mutale", "Chanda", "Thoko", "Kondwani", "Ndapewa", "Boitumelo", "Naledi", "Anjali", "Marie-Ange"],
  family: ["Dlamini", "Nkosi", "Mokoena", "Ndlovu", "Moyo", "Chikwanha", "Phiri", "Banda", "Mwale", "Tembo", "Shikongo", "Molefe", "Khumalo", "Ramgoolam", "Payet", "Mahlangu"],
}
const lusophone: Region = {
  language: "en",
  given: ["Jéssica", "Edson", "Neusa", "Adilson", "Yara", "Nélson", "Ivone", "Celso", "Djamila", "Wilson"],
  family: ["Tavares", "Évora", "Monteiro", "Macamo", "Mondlane", "Sitoe", "Domingos", "Cardoso", "da Costa", "Sanhá"],
}
const arabic: Region = {
  language: "ar",
  given: ["محمد", "أحمد", "يوسف", "عمر", "خديجة", "فاطمة", "مريم", "سلمى", "هبة", "إدريس", "بلال", "أسماء", "نور", "آمنة", "عثمان", "زينب"],
  family: ["ولد الشيخ", "بن علي", "الطرابلسي", "حسن", "إبراهيم", "عبد الله", "بوزيد", "العلوي", "منصور", "الصديق", "التيجاني", "شرف", "عمار", "الهاشمي"],
}
const maghrebLatin: Region = {
  language: "fr",
  given: ["Yasmine", "Amine", "Salma", "Rania", "Ilyes", "Nour", "Hamza", "Ines", "Meriem", "Anis"],
  family: ["El Amrani", "Bennani", "Ben Youssef", "Trabelsi", "Benali", "Haddad", "Ould Ahmed", "Bouzid", "Cherif", "Mansouri"],
}

const regions: Record<string, readonly Region[]> = {
  westFrench: [westFrench],
  centralFrench: [centralFrench],
  westEnglish: [westEnglish],
  east: [east],
  southern: [southern],
  lusophone: [lusophone],
  arabic: [arabic],
  maghreb: [arabic, maghrebLatin],
  both: [westFrench, westEnglish],
}

const regionOf: Record<string, string> = {
  BF: "westFrench", BJ: "westFrench", CI: "westFrench", GN: "westFrench", ML: "westFrench", NE: "westFrench", SN: "westFrench", TG: "westFrench",
  CM: "centralFrench", CF: "centralFrench", CG: "centralFrench", CD: "centralFrench", GA: "centralFrench", TD: "centralFrench", BI: "centralFrench", GQ: "centralFrench", KM: "centralFrench", DJ: "centralFrench", MG: "centralFrench",
  GH: "westEnglish", GM: "westEnglish", LR: "westEnglish", NG: "westEnglish", SL: "westEnglish",
  ER: "east", ET: "east", KE: "east", RW: "east", SS: "east", TZ: "east", UG: "east",
  BW: "southern", LS: "southern", MU: "southern", MW: "southern", NA: "southern", SC: "southern", SZ: "southern", ZA: "southern", ZM: "southern", ZW: "southern",
  AO: "lusophone", CV: "lusophone", GW: "lusophone", MZ: "lusophone", ST: "lusophone",
  EG: "arabic", LY: "arabic", SD: "arabic", SO: "arabic", MR: "maghreb", DZ: "maghreb", MA: "maghreb", TN: "maghreb",
}

/** A name from the region of a country, and the language its holder most likely reads. */
export function someName(country: string, chance: () => number): { givenName: string; familyName: string; language: Language } {
  const choices = regions[regionOf[country] ?? "westFrench"] ?? [westFrench]
  const region = pick(choices, chance)
  return { givenName: pick(region.given, chance), familyName: pick(region.family, chance), language: region.language }
}

export function pick<Item>(items: readonly Item[], chance: () => number): Item {
  const item = items[Math.floor(chance() * items.length)]
  if (item === undefined) throw new Error("Nothing to pick from")
  return item
}

/** The same numbers every time (mulberry32), so that the demonstration is the same every time. */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
