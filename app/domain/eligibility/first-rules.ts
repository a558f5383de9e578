import { type RuleLine, type RuleTerms, anyLanguage } from "./rules.ts"

type FirstRule = Omit<RuleLine, "university" | "programmeId"> & Partial<RuleTerms> & Pick<RuleTerms, "standing" | "asOf">

const english = "https://aui.ma/admission-aid/international/tests"
const graduates = "https://aui.ma/admission-aid/graduates"

/** Of a certificate that ends secondary school: what its own board or country says of it. Neither university has said more. */
const certificates: readonly FirstRule[] = [
  board("bac20", "10", "board", "2026", "https://www.lavieeco.com/au-royaume/189520-au-baccalaureat-16973/"),
  // Juries admitted below 10 before 2024.
  board("cm-1", "10", "to_confirm", "2024", "https://afriqueeducation.com/baccalaureat-en-afrique-des-resultats-varies"),
  board("num20pt", "10", "to_confirm", "2026"),
  {
    ...board("wassce9", "C6", "to_confirm", "2026", "https://exambridgeafrica.com/blog/wassce-grading-system-explained"),
    subjects: 5,
    among: ["english", "mathematics"],
  },
  board(
    "kcse12",
    "C+",
    "to_confirm",
    "2026",
    "https://www.k12academics.com/Education%20Worldwide/Education%20in%20Kenya/kcse-grading-system",
  ),
  {
    ...board("nsc7", "4", "to_confirm", "2023", "https://www.onlinecareerguidance.co.za/2023/12/20/grade-12-pass-requirements/"),
    subjects: 4,
  },
  {
    ...board(
      "gceCM",
      "E",
      "to_confirm",
      "2026",
      "https://www.unipg.it/en/international-students/students-wishing-to-enroll/specific-admission-requirements-by-country?view=elenco&layout=nazione&idnazione=15",
    ),
    subjects: 2,
  },
  board(
    "cd-1",
    "50",
    "board",
    "2026",
    "https://congocheck.net/attention-ce-message-de-reussite-dun-eleve-de-la-province-educationnelle-sud-kivu-1-a-lexetat-avec-38-est-un-montage",
  ),
  board("rw-1", "50", "board", "2024", "https://newtimes.co.rw/article/21858/news/rwanda/78-pass-s6-national-exams"),
  board("et-1", "50", "board", "2024", "https://addisstandard.com/5-4-of-students-pass-grade-12-exam-addis-abeba-tops-in-pass-rate/"),
  board(
    "eg-1",
    "50",
    "to_confirm",
    "2025",
    "https://evrimagaci.org/tpg/egyptian-students-face-rising-university-admission-thresholds-355816",
  ),
  // Below A level: some universities ask a preparatory year.
  {
    ...board("gcse", "", "to_confirm", "2026", "https://zwadmissions.com/africa-university-international-students-entry-requirements"),
    treatment: "look",
  },
]

const aui: readonly FirstRule[] = [
  ...certificates,
  // Its page asks for a B average; on a scale of four that is read as 3, on every other a person reads it.
  { level: "master", subject: "result", names: "degree:gpa4", minimum: "3", standing: "to_confirm", asOf: "2026", source: graduates },
  ...["degree:bac20", "degree:percent", "degree:words"].map((names): FirstRule => ({
    level: "master",
    subject: "result",
    names,
    treatment: "look",
    standing: "published",
    asOf: "2026",
    source: graduates,
  })),
  toefl("bachelor", 71, 19, 36),
  toefl("master", 79, 20, 45),
]

const um6p: readonly FirstRule[] = [
  ...certificates,
  ...(["master", "phd"] as const).flatMap((level) =>
    ["degree:bac20", "degree:gpa4", "degree:percent", "degree:words"].map((names): FirstRule => ({
      level,
      subject: "result",
      names,
      standing: "to_confirm",
      asOf: "2026",
    })),
  ),
  ...(["bachelor", "master", "phd"] as const).map((level): FirstRule => ({
    level,
    subject: "language",
    names: anyLanguage,
    standing: "to_confirm",
    asOf: "2026",
    source: "https://www.maroc-hebdo.press.ma/universite-mohammed-vi-polytechnique-recherche-maroc",
  })),
]

/**
 * The rules that an installation begins with, from what was read in public on 23 November 2026. A year stands for a page
 * without a date: the year it was read in. Each is the university's to confirm or to change at the desk.
 */
export const firstRules: readonly (RuleLine & RuleTerms)[] = [
  ...aui.map((rule) => ({ university: "AUI" as const, ...whole(rule) })),
  ...um6p.map((rule) => ({ university: "UM6P" as const, ...whole(rule) })),
]

function board(names: string, minimum: string, standing: RuleTerms["standing"], asOf: string, source = ""): FirstRule {
  return { level: "bachelor", subject: "result", names, minimum, standing, asOf, source }
}

function toefl(level: RuleLine["level"], minimum: number, writing: number, preparesFrom: number): FirstRule {
  return {
    level,
    subject: "language",
    names: "en",
    minimum: String(minimum),
    writing,
    preparesFrom,
    standing: "published",
    asOf: "2026",
    source: english,
  }
}

function whole(rule: FirstRule): Omit<RuleLine, "university"> & RuleTerms {
  return {
    programmeId: null,
    treatment: "direct",
    minimum: "",
    subjects: null,
    among: [],
    writing: null,
    preparesFrom: null,
    source: "",
    ...rule,
  }
}
