import { type ProgrammeSeed, text } from "./shapes.ts"

const memorandum = "https://www.perspectivesmed.com/al-akhawayn-et-lum6-polytechnique-unies-pour-la-recherche/"

const notYet = text(
  "Nothing to apply for yet: no rule, no date and no place has been published. Leave us your contact, and both universities can write to you when there is.",
  "Rien à demander pour l’instant : aucune règle, aucune date, aucune place n’a été publiée. Laissez-nous votre contact, et les deux universités pourront vous écrire le moment venu.",
  "لا شيء للتقديم حاليًا: لم تُنشر أي قاعدة ولا تاريخ ولا مقعد. اترك لنا وسيلة اتصال، ويمكن للجامعتين الكتابة إليك عندما يحين الوقت.",
)

const announced = {
  owner: "JOINT" as const,
  standing: "announced" as const,
  teachingLanguages: [],
  city: "",
  school: "",
  entry: notYet,
  costs: [],
  source: memorandum,
  intakes: [],
  schemes: [],
}

const notAProgramme = text(
  `This is an example, not a programme. Neither university has announced or opened it, and nobody can enrol in it.
It is here to show how a choice open to both universities is placed: by the field, the language of teaching, what you prefer and the seats left, and always with the reason in one sentence.`,
  `Ceci est un exemple, pas un programme. Aucune des deux universités ne l’a annoncé ni ouvert, et personne ne peut s’y inscrire.
Il montre comment un vœu ouvert aux deux universités est orienté : selon le domaine, la langue d’enseignement, votre préférence et les places restantes, et toujours avec la raison en une phrase.`,
  `هذا مثال وليس برنامجًا. لم تعلنه أي من الجامعتين ولم تفتحه، ولا يمكن لأحد التسجيل فيه.
وُضع ليبيّن كيف يُوجَّه اختيار مفتوح للجامعتين: حسب المجال ولغة التدريس وما تفضّله والمقاعد المتبقية، ودائمًا مع السبب في جملة واحدة.`,
)

const sampleEntry = text(
  "As an example: the certificate of the level before, and English or French.",
  "À titre d’exemple : le diplôme du niveau précédent, et l’anglais ou le français.",
  "على سبيل المثال: شهادة المستوى السابق، والإنجليزية أو الفرنسية.",
)

const sample = {
  owner: "JOINT" as const,
  standing: "sample" as const,
  teachingLanguages: ["en" as const, "fr" as const],
  city: "",
  school: "",
  about: notAProgramme,
  entry: sampleEntry,
  costs: [],
  source: "",
  schemes: [],
}

/** What the memorandum of 11 September 2020 announces, and two examples of a choice shared by both universities. */
export const jointProgrammes: ProgrammeSeed[] = [
  {
    ...announced,
    slug: "exchange-master",
    level: "master",
    field: "social_sciences",
    title: text(
      "Master’s exchanges between the two universities",
      "Échanges de master entre les deux universités",
      "تبادل طلبة الماستر بين الجامعتين",
    ),
    summary: text(
      "A semester at the other university, for those who already study at one of the two.",
      "Un semestre dans l’autre université, pour qui étudie déjà dans l’une des deux.",
      "فصل دراسي في الجامعة الأخرى، لمن يدرس في إحدى الجامعتين.",
    ),
    about: text(
      "In the memorandum of 11 September 2020 the two universities undertake to set up exchanges of their master candidates. No exchange has been published since, as far as we know.",
      "Par le mémorandum du 11 septembre 2020, les deux universités s’engagent à mettre en place des échanges en cycle de master. À notre connaissance, aucun n’a été publié depuis.",
      "في مذكرة التفاهم بتاريخ 11 شتنبر 2020 التزمت الجامعتان بإحداث برامج تبادل في سلك الماستر. وعلى حد علمنا لم يُنشر أي منها منذ ذلك الحين.",
    ),
  },
  {
    ...announced,
    slug: "exchange-phd",
    level: "phd",
    field: "computing",
    title: text(
      "Doctoral exchanges between the two universities",
      "Échanges de doctorat entre les deux universités",
      "تبادل طلبة الدكتوراه بين الجامعتين",
    ),
    summary: text(
      "A stay in the other university’s laboratories, for doctoral researchers of one of the two.",
      "Un séjour dans les laboratoires de l’autre université, pour les doctorants de l’une des deux.",
      "إقامة في مختبرات الجامعة الأخرى، لباحثي الدكتوراه في إحدى الجامعتين.",
    ),
    about: text(
      "In the memorandum of 11 September 2020 the two universities undertake to set up exchanges of their doctoral candidates. No exchange has been published since, as far as we know.",
      "Par le mémorandum du 11 septembre 2020, les deux universités s’engagent à mettre en place des échanges en cycle de doctorat. À notre connaissance, aucun n’a été publié depuis.",
      "في مذكرة التفاهم بتاريخ 11 شتنبر 2020 التزمت الجامعتان بإحداث برامج تبادل في سلك الدكتوراه. وعلى حد علمنا لم يُنشر أي منها منذ ذلك الحين.",
    ),
  },
  {
    ...announced,
    slug: "double-degrees",
    level: "master",
    field: "business",
    title: text("Double degrees", "Doubles diplômes", "شهادات مزدوجة"),
    summary: text(
      "Two universities, one path, two degrees: planned, not open.",
      "Deux universités, un parcours, deux diplômes : prévu, pas ouvert.",
      "جامعتان ومسار واحد وشهادتان: مبرمجة وغير مفتوحة.",
    ),
    about: text(
      "The memorandum of 11 September 2020 says that the two universities want to develop double degrees together. None has been published, as far as we know, and none is named here.",
      "Le mémorandum du 11 septembre 2020 dit que les deux universités veulent développer ensemble des formations en double diplomation. À notre connaissance, aucune n’a été publiée ; aucune n’est nommée ici.",
      "جاء في مذكرة التفاهم بتاريخ 11 شتنبر 2020 أن الجامعتين تريدان تطوير تكوينات بشهادة مزدوجة. وعلى حد علمنا لم يُنشر أي منها، ولا نسمي هنا أيًا منها.",
    ),
  },
  {
    ...sample,
    slug: "sample-shared-master",
    level: "master",
    field: "computing",
    title: text(
      "Example of a shared choice: artificial intelligence",
      "Exemple de vœu partagé : intelligence artificielle",
      "مثال على اختيار مشترك: الذكاء الاصطناعي",
    ),
    summary: text(
      "Not a programme: an example that shows how a choice is placed at one of the two universities.",
      "Pas un programme : un exemple qui montre comment un vœu est orienté vers l’une des deux universités.",
      "ليس برنامجًا: مثال يبيّن كيف يُوجَّه الاختيار إلى إحدى الجامعتين.",
    ),
    intakes: [{ opens: -15, closes: 105, seats: 20 }],
  },
  {
    ...sample,
    slug: "sample-shared-bachelor",
    level: "bachelor",
    field: "engineering",
    title: text("Example of a shared choice: engineering", "Exemple de vœu partagé : ingénierie", "مثال على اختيار مشترك: الهندسة"),
    summary: text(
      "Not a programme: an example that shows how a choice is placed at one of the two universities.",
      "Pas un programme : un exemple qui montre comment un vœu est orienté vers l’une des deux universités.",
      "ليس برنامجًا: مثال يبيّن كيف يُوجَّه الاختيار إلى إحدى الجامعتين.",
    ),
    intakes: [{ opens: -15, closes: 120, seats: 20 }],
  },
]
