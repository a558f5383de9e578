import type { CatalogueCost } from "#app/domain/catalogue/catalogue-texts.ts"
import { type ProgrammeSeed, text } from "./shapes.ts"

const feesPage = "https://medjouel.com/en/frais-de-scolarite-et-bourses-de-luniversite-mohammed-vi-polytechnique/"
const old = { currency: "MAD", asOf: "2020-21", isDated: true, source: feesPage, confidence: "medium" } as const

function costs(tuitionMad: number, more: { upTo?: number; registrationUpTo?: number } = {}): CatalogueCost[] {
  return [
    {
      item: text("Tuition", "Études", "الدراسة"),
      kind: "tuition",
      amountMinor: tuitionMad * 100,
      ...(more.upTo === undefined ? {} : { amountMaxMinor: more.upTo * 100 }),
      per: "year",
      ...old,
    },
    {
      item: text("Registration", "Inscription", "رسوم التسجيل"),
      kind: "registration",
      amountMinor: 500_000,
      ...(more.registrationUpTo === undefined ? {} : { amountMaxMinor: more.registrationUpTo * 100 }),
      per: "year",
      ...old,
    },
    { item: text("Residence, about", "Résidence, environ", "الإقامة، حوالي"), kind: "housing", amountMinor: 1_000_000, per: "year", ...old },
  ]
}

const master = costs(75_000, { registrationUpTo: 7_500 })
const professional = costs(45_000, { upTo: 65_000 })

const bachelorEntry = text(
  `A secondary school certificate, or the year that leads to it. Teaching is in French and English.
Each school of the university has its own selection; what yours asks is confirmed by the university before you commit to anything.
Usually asked: the grades of your last three school years, a letter of motivation, one or two referees.`,
  `Un diplôme de fin d’études secondaires, ou l’année qui y mène. L’enseignement est en français et en anglais.
Chaque école de l’université a sa propre sélection ; ce que la vôtre demande est confirmé par l’université avant que vous vous engagiez.
Demandés d’habitude : les notes de vos trois dernières années, une lettre de motivation, un ou deux référents.`,
  `شهادة نهاية التعليم الثانوي، أو السنة المؤدية إليها. التدريس بالفرنسية والإنجليزية.
لكل مدرسة في الجامعة انتقاؤها الخاص؛ وما تطلبه مدرستك تؤكده الجامعة قبل أن تلتزم بأي شيء.
يُطلب عادة: نقط السنوات الدراسية الثلاث الأخيرة، ورسالة تحفيز، ومُزكٍّ أو اثنان.`,
)

const masterEntry = text(
  `A bachelor or an equivalent degree. Teaching is in French and English.
Each school of the university has its own selection; what yours asks is confirmed by the university before you commit to anything.`,
  `Une licence ou un diplôme équivalent. L’enseignement est en français et en anglais.
Chaque école de l’université a sa propre sélection ; ce que la vôtre demande est confirmé par l’université avant que vous vous engagiez.`,
  `إجازة أو شهادة معادلة. التدريس بالفرنسية والإنجليزية.
لكل مدرسة في الجامعة انتقاؤها الخاص؛ وما تطلبه مدرستك تؤكده الجامعة قبل أن تلتزم بأي شيء.`,
)

const doctoralEntry = text(
  `A master or an equivalent degree, and a research subject that a laboratory of the university can direct.
The subjects, the directors and the papers asked are confirmed by the university.`,
  `Un master ou un diplôme équivalent, et un sujet de recherche qu’un laboratoire de l’université peut diriger.
Les sujets, les directeurs et les pièces demandées sont confirmés par l’université.`,
  `ماستر أو شهادة معادلة، وموضوع بحث يمكن لمختبر في الجامعة أن يؤطره.
تؤكد الجامعة المواضيع والمؤطرين والوثائق المطلوبة.`,
)

const grants = ["um6p-social-grant", "um6p-excellence-grant"]
const house = { owner: "UM6P" as const, standing: "sample" as const, city: "Benguerir" }
const bachelor = { ...house, level: "bachelor" as const, entry: bachelorEntry, durationMonths: 36 }
const masters = { ...house, level: "master" as const, entry: masterEntry, durationMonths: 24, costs: master }
const doctoral = { ...house, level: "phd" as const, entry: doctoralEntry, costs: [] }
const mastercard = "mastercard-scholars-um6p"
const mastercardPage = "https://msmeafricaonline.com/?p=48516"
const schoolsPage = "https://www.maroc-hebdo.press.ma/universite-mohammed-vi-polytechnique-recherche-maroc"
const doctoralFunding = text(
  "The university reported in 2023 that a person admitted to a doctorate receives a scholarship.",
  "L’université a déclaré en 2023 qu’une personne admise en doctorat reçoit une bourse.",
  "صرّحت الجامعة سنة 2023 بأن كل من يُقبل في الدكتوراه يحصل على منحة.",
)

/** What is known of UM6P's programmes; the dates are samples. */
export const um6pProgrammes: ProgrammeSeed[] = [
  {
    ...bachelor,
    slug: "um6p-governance-bachelor",
    field: "social_sciences",
    teachingLanguages: ["fr", "en", "ar"],
    city: "Rabat",
    school: "Faculty of Governance, Economic and Social Sciences (FGSES)",
    title: text(
      "Bachelor in Governance and Social Sciences",
      "Licence en gouvernance et sciences sociales",
      "إجازة في الحكامة والعلوم الاجتماعية",
    ),
    summary: text(
      "How states, economies and societies are run, in French, English and Arabic.",
      "Comment se conduisent États, économies et sociétés, en français, en anglais et en arabe.",
      "كيف تُدار الدول والاقتصادات والمجتمعات، بالفرنسية والإنجليزية والعربية.",
    ),
    about: text(
      `The faculty is in Rabat and counted 63 partner institutions in 2021-22.
Its calendar for the intake of 2024 was: open on 15 December, closed on 15 March at 23:59, oral exams on two weekends of late April (by video from abroad), first answers from 4 May, final decision in July after the baccalaureate. The sample dates here follow it.`,
      `La faculté est à Rabat et comptait 63 établissements partenaires en 2021-22.
Son calendrier pour la rentrée 2024 : ouverture le 15 décembre, clôture le 15 mars à 23 h 59, oraux sur deux week-ends fin avril (par vidéo depuis l’étranger), premières réponses à partir du 4 mai, décision finale en juillet après le baccalauréat. Les dates d’exemple ici le suivent.`,
      `توجد الكلية في الرباط وكان لها 63 مؤسسة شريكة في 2021-22.
كان تقويمها لدخول 2024: الافتتاح في 15 دجنبر، والإغلاق في 15 مارس على الساعة 23:59، والشفوي في نهايتي أسبوع أواخر أبريل (بالفيديو من الخارج)، وأولى الأجوبة من 4 ماي، والقرار النهائي في يوليوز بعد البكالوريا. والتواريخ المثال هنا تتبعه.`,
    ),
    costs: costs(60_000, { upTo: 65_000 }),
    source: "https://www.fgses-um6p.ma/bachelors-programs",
    intakes: [{ opens: 22, closes: 112, seats: 60 }],
    schemes: grants,
  },
  {
    ...masters,
    slug: "um6p-governance-master",
    field: "social_sciences",
    teachingLanguages: ["fr", "en"],
    city: "Rabat",
    school: "Faculty of Governance, Economic and Social Sciences (FGSES)",
    title: text(
      "Master in Political Science and Governance",
      "Master en science politique et gouvernance",
      "ماستر في العلوم السياسية والحكامة",
    ),
    summary: text(
      "Public policy seen from the continent, in Rabat.",
      "Les politiques publiques vues du continent, à Rabat.",
      "السياسات العمومية من منظور القارة، في الرباط.",
    ),
    about: text(
      "Masters of the faculty are taught in Rabat. Political science is one of the fields of the Mastercard Foundation scholarships at UM6P (2025). The exact titles of the year are confirmed by the university.",
      "Les masters de la faculté sont donnés à Rabat. La science politique est l’un des domaines des bourses de la Fondation Mastercard à l’UM6P (2025). Les intitulés exacts de l’année sont confirmés par l’université.",
      "تُدرَّس برامج الماستر بالكلية في الرباط. والعلوم السياسية من مجالات منح مؤسسة ماستركارد في الجامعة (2025). وتؤكد الجامعة العناوين الدقيقة لهذه السنة.",
    ),
    source: mastercardPage,
    intakes: [{ opens: -10, closes: 112, seats: 30 }],
    schemes: [mastercard, ...grants],
  },
  {
    ...bachelor,
    slug: "um6p-architecture",
    field: "architecture",
    teachingLanguages: ["fr", "en"],
    school: "SAP+D",
    title: text("Architecture", "Architecture", "الهندسة المعمارية"),
    summary: text(
      "Drawing and building for the climates and cities of Africa.",
      "Dessiner et bâtir pour les climats et les villes d’Afrique.",
      "التصميم والبناء لمناخات أفريقيا ومدنها.",
    ),
    about: text(
      "Entered after the secondary school certificate. Architecture is among the paths of the Mastercard Foundation scholarships at UM6P (2025). The length of the studies is confirmed by the university.",
      "Accessible après le baccalauréat. L’architecture est parmi les parcours des bourses de la Fondation Mastercard à l’UM6P (2025). La durée des études est confirmée par l’université.",
      "يُلتحق بها بعد البكالوريا. والهندسة المعمارية من مسارات منح مؤسسة ماستركارد في الجامعة (2025). وتؤكد الجامعة مدة الدراسة.",
    ),
    durationMonths: undefined,
    costs: costs(80_000),
    source: feesPage,
    intakes: [{ opens: -10, closes: 82, seats: 35 }],
    schemes: [mastercard, ...grants],
  },
  {
    ...bachelor,
    slug: "um6p-industrial-engineering",
    field: "engineering",
    teachingLanguages: ["fr", "en"],
    school: "EMINES School of Industrial Management",
    title: text(
      "Preparatory and engineering cycles, industrial management",
      "Cycles préparatoire et ingénieur, management industriel",
      "السلك التحضيري وسلك المهندس، التدبير الصناعي",
    ),
    summary: text(
      "From the secondary school certificate to the engineer’s degree, on the Benguerir campus.",
      "Du baccalauréat au diplôme d’ingénieur, sur le campus de Benguerir.",
      "من البكالوريا إلى دبلوم المهندس، في حرم بن جرير.",
    ),
    about: text(
      "EMINES was among the first schools of the university, from 2013. The university also gives an industrial scholarship (BEI).",
      "L’EMINES est parmi les premières écoles de l’université, dès 2013. L’université donne aussi une bourse industrielle (BEI).",
      "مدرسة EMINES من أوائل مدارس الجامعة، منذ 2013. وتمنح الجامعة أيضًا منحة صناعية (BEI).",
    ),
    durationMonths: undefined,
    costs: costs(75_000),
    source: feesPage,
    intakes: [{ opens: 40, closes: 160, seats: 50 }],
    schemes: [mastercard, ...grants, "um6p-industrial-grant"],
  },
  {
    ...bachelor,
    slug: "um6p-nursing",
    field: "health",
    teachingLanguages: ["fr", "en"],
    school: "",
    title: text("Bachelor in Nursing", "Licence en soins infirmiers", "إجازة في العلوم التمريضية"),
    summary: text(
      "Care, close to people: a field the continent calls for.",
      "Le soin, au plus près des gens : un métier que le continent attend.",
      "الرعاية، قريبًا من الناس: مهنة تحتاجها القارة.",
    ),
    about: text(
      "Nursing is among the bachelors of the Mastercard Foundation scholarships at UM6P (2025). The name of the school and the place are confirmed by the university.",
      "Les soins infirmiers sont parmi les licences des bourses de la Fondation Mastercard à l’UM6P (2025). Le nom de l’école et le lieu sont confirmés par l’université.",
      "التمريض من الإجازات التي تشملها منح مؤسسة ماستركارد في الجامعة (2025). وتؤكد الجامعة اسم المدرسة ومكانها.",
    ),
    costs: professional,
    source: mastercardPage,
    intakes: [{ opens: -10, closes: 142, seats: 40 }],
    schemes: [mastercard, ...grants],
  },
  {
    ...bachelor,
    slug: "um6p-hospitality",
    field: "business",
    teachingLanguages: ["fr", "en"],
    school: "School of Hospitality Business and Management",
    title: text("Bachelor in Hospitality Business", "Licence en management de l’hôtellerie", "إجازة في تدبير الفندقة"),
    summary: text(
      "Running houses that welcome people, from kitchen to accounts.",
      "Conduire des maisons qui accueillent, de la cuisine aux comptes.",
      "تدبير بيوت الضيافة، من المطبخ إلى الحسابات.",
    ),
    about: text(
      "Hospitality is among the bachelors of the Mastercard Foundation scholarships at UM6P (2025). The sample intake shown here has closed: it shows what a closed intake looks like.",
      "L’hôtellerie est parmi les licences des bourses de la Fondation Mastercard à l’UM6P (2025). La session d’exemple affichée est close : elle montre à quoi cela ressemble.",
      "الفندقة من الإجازات التي تشملها منح مؤسسة ماستركارد في الجامعة (2025). والفوج المثال المعروض هنا مغلق: يبيّن كيف يظهر الفوج المغلق.",
    ),
    costs: costs(75_000),
    source: feesPage,
    intakes: [{ opens: -75, closes: -8, seats: 40 }],
    schemes: [mastercard, ...grants],
  },
  {
    ...masters,
    slug: "um6p-business-master",
    field: "business",
    teachingLanguages: ["fr", "en"],
    city: "Rabat",
    school: "Africa Business School (ABS)",
    title: text("Masters of the Africa Business School", "Masters de l’Africa Business School", "ماسترات Africa Business School"),
    summary: text(
      "Management for African markets, in Rabat.",
      "Le management pour les marchés africains, à Rabat.",
      "التدبير من أجل الأسواق الأفريقية، في الرباط.",
    ),
    about: text(
      "The school’s masters are taught in Rabat. The titles open this year are confirmed by the university; you may name the one you want in your motivation.",
      "Les masters de l’école sont donnés à Rabat. Les intitulés ouverts cette année sont confirmés par l’université ; vous pouvez nommer le vôtre dans votre motivation.",
      "تُدرَّس ماسترات المدرسة في الرباط. وتؤكد الجامعة العناوين المفتوحة هذه السنة؛ ويمكنك ذكر اختيارك في رسالة التحفيز.",
    ),
    source: schoolsPage,
    intakes: [{ opens: -30, closes: 37, seats: 30 }],
    schemes: [mastercard, ...grants],
  },
  {
    ...masters,
    slug: "um6p-green-energy-master",
    field: "engineering",
    teachingLanguages: ["fr", "en"],
    school: "Green Tech Institute (GTI)",
    title: text("Master’s studies at the Green Tech Institute", "Master au Green Tech Institute", "ماستر في Green Tech Institute"),
    summary: text(
      "Clean energy and materials, between laboratory and industry.",
      "Énergies propres et matériaux, entre laboratoire et industrie.",
      "الطاقات النظيفة والمواد، بين المختبر والصناعة.",
    ),
    about: text(
      "Renewable energy is one of the fields of the Mastercard Foundation scholarships at UM6P, which cover all its masters (2025). The exact title is confirmed by the university.",
      "Les énergies renouvelables sont l’un des domaines des bourses de la Fondation Mastercard à l’UM6P, qui couvrent tous ses masters (2025). L’intitulé exact est confirmé par l’université.",
      "الطاقات المتجددة من مجالات منح مؤسسة ماستركارد في الجامعة، وهي تشمل كل برامج الماستر (2025). وتؤكد الجامعة العنوان الدقيق.",
    ),
    source: schoolsPage,
    intakes: [{ opens: -10, closes: 75, seats: 25 }],
    schemes: [mastercard, ...grants],
  },
  {
    ...masters,
    slug: "um6p-agriculture-master",
    field: "agriculture",
    teachingLanguages: ["fr", "en"],
    school: "",
    title: text("Master’s studies in Agriculture", "Master en agriculture", "ماستر في الفلاحة"),
    summary: text(
      "Soils, water and harvests, with farmers beside the laboratory.",
      "Les sols, l’eau et les récoltes, avec des agriculteurs à côté du laboratoire.",
      "التربة والماء والمحاصيل، مع الفلاحين إلى جانب المختبر.",
    ),
    about: text(
      "Agriculture is one of the fields of the Mastercard Foundation scholarships at UM6P, which cover all its masters (2025). The name of the school and the titles are confirmed by the university.",
      "L’agriculture est l’un des domaines des bourses de la Fondation Mastercard à l’UM6P, qui couvrent tous ses masters (2025). Le nom de l’école et les intitulés sont confirmés par l’université.",
      "الفلاحة من مجالات منح مؤسسة ماستركارد في الجامعة، وهي تشمل كل برامج الماستر (2025). وتؤكد الجامعة اسم المدرسة والعناوين.",
    ),
    source: mastercardPage,
    intakes: [{ opens: -10, closes: 90, seats: 25 }],
    schemes: [mastercard, ...grants],
  },
  {
    ...doctoral,
    slug: "um6p-arid-lands-phd",
    field: "agriculture",
    teachingLanguages: ["fr", "en"],
    city: "Laayoune",
    school: "",
    title: text(
      "Doctoral research on arid and Saharan areas",
      "Doctorat : zones arides et sahariennes",
      "دكتوراه: المناطق الجافة والصحراوية",
    ),
    summary: text(
      "What grows, and how people live, where water is rare.",
      "Ce qui pousse, et comment on vit, là où l’eau est rare.",
      "ما ينمو وكيف يعيش الناس حيث يقلّ الماء.",
    ),
    about: text(
      `The Laâyoune site of the university works on arid and Saharan areas.
${doctoralFunding.en}`,
      `Le site de Laâyoune de l’université travaille sur les zones arides et sahariennes.
${doctoralFunding.fr}`,
      `يشتغل موقع الجامعة بالعيون على المناطق الجافة والصحراوية.
${doctoralFunding.ar}`,
    ),
    source: "https://www.challenge.ma/um6p-une-universite-a-lavant-garde-de-la-connaissance-et-de-lexcellence-304070/",
    intakes: [{ opens: -40, closes: 120, seats: 8 }],
    schemes: ["exaf-100-phds"],
  },
  {
    ...doctoral,
    slug: "um6p-engineering-physics-phd",
    field: "engineering",
    teachingLanguages: ["fr", "en"],
    school: "School of Applied and Engineering Physics",
    title: text(
      "Doctoral research in applied and engineering physics",
      "Doctorat en physique appliquée et ingénierie",
      "دكتوراه في الفيزياء التطبيقية والهندسة",
    ),
    summary: text(
      "Three letters after your name, earned at the bench, in Benguerir.",
      "Un doctorat qui se gagne à la paillasse, à Benguerir.",
      "دكتوراه تُكتسب في المختبر، ببن جرير.",
    ),
    about: text(
      `The subjects of the year are published by the laboratories.
${doctoralFunding.en}`,
      `Les sujets de l’année sont publiés par les laboratoires.
${doctoralFunding.fr}`,
      `تنشر المختبرات مواضيع السنة.
${doctoralFunding.ar}`,
    ),
    source: schoolsPage,
    intakes: [
      { opens: -40, closes: 150, seats: 10 },
      { opens: -90, closes: -12, seats: 10, isYearBefore: true },
    ],
    schemes: ["exaf-100-phds"],
  },
]
