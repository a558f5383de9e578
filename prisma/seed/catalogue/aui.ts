import type { CatalogueCost } from "#app/domain/catalogue/catalogue-texts.ts"
import { type ProgrammeSeed, text } from "./shapes.ts"

const tuitionPage = "https://aui.ma/admission-aid/international/tuition-and-fees?hsLang=en"
const freshmenPage = "https://aui.ma/admission-aid/undergraduates/freshmen"
const undated = { currency: "MAD", asOf: "2026", isDated: false, confidence: "medium" } as const

const around: CatalogueCost[] = [
  {
    item: text("Registration", "Inscription", "رسوم التسجيل"),
    kind: "registration",
    amountMinor: 510_000,
    currency: "MAD",
    per: "semester",
    asOf: "2024",
    isDated: true,
    source: "https://cdn.aui.ma/sh/financial-information/",
    confidence: "high",
  },
  {
    item: text("Health insurance, mandatory", "Assurance santé, obligatoire", "التأمين الصحي، إلزامي"),
    kind: "insurance",
    amountMinor: 132_000,
    per: "year",
    source: "https://aui.ma/admission-aid/undergraduates/tuition-and-fees",
    ...undated,
  },
  {
    item: text(
      "Deposit on accepting an offer, 5,000 of it non-refundable",
      "Acompte à l’acceptation d’une offre, dont 5 000 non remboursables",
      "تسبيق عند قبول العرض، منه 5000 لا تُسترجع",
    ),
    kind: "deposit",
    amountMinor: 1_000_000,
    per: "once",
    source: tuitionPage,
    ...undated,
  },
  {
    item: text(
      "Application fee asked by the university, international candidates",
      "Frais de dossier demandés par l’université, candidats internationaux",
      "رسوم الملف التي تطلبها الجامعة، للمترشحين الدوليين",
    ),
    kind: "application",
    amountMinor: 80_000,
    per: "once",
    source: freshmenPage,
    ...undated,
  },
]

const undergraduateCosts: CatalogueCost[] = [
  {
    item: text(
      "Tuition, international candidates, 15 to 17 credits a semester",
      "Études, candidats internationaux, 15 à 17 crédits par semestre",
      "الدراسة للمترشحين الدوليين، من 15 إلى 17 وحدة في الفصل",
    ),
    kind: "tuition",
    timesAYear: { least: 30, most: 34 },
    amountMinor: 336_000,
    per: "credit",
    source: tuitionPage,
    ...undated,
  },
  ...around,
]

const graduateCosts: CatalogueCost[] = [
  {
    item: text(
      "Tuition, international candidates, 12 credits a semester",
      "Études, candidats internationaux, 12 crédits par semestre",
      "الدراسة للمترشحين الدوليين، 12 وحدة في الفصل",
    ),
    kind: "tuition",
    timesAYear: { least: 24, most: 24 },
    amountMinor: 420_000,
    per: "credit",
    source: tuitionPage,
    ...undated,
  },
  ...around,
]

const undergraduateEntry = text(
  `A secondary school certificate: the diploma may follow when you receive it. Your grades of the last three school years are read.
English: TOEFL iBT 71, with 19 in writing. From iBT 36 the university's Language Center can prepare you first.
Everyone without Moroccan nationality is an international candidate. Records are read first, with an online interview where needed; strong files may be admitted directly, others sit the university's admission test (GAT) or bring a SAT. The SAT score asked differs between the university's own pages.
Not accepted: GED, distance-education diplomas, DAEU. Papers that are not in English, Arabic or French need a certified English translation.`,
  `Un diplôme de fin d’études secondaires : il peut suivre quand vous le recevez. Vos notes des trois dernières années sont lues.
Anglais : TOEFL iBT 71, dont 19 à l’écrit. À partir de 36, le Centre de langues de l’université peut d’abord vous préparer.
Toute personne sans nationalité marocaine est candidate internationale. Le dossier est lu d’abord, avec un entretien en ligne si besoin ; un dossier solide peut être admis directement, les autres passent le test de l’université (GAT) ou apportent un SAT. Le score SAT demandé diffère d’une page à l’autre de l’université.
Non acceptés : GED, diplômes à distance, DAEU. Les pièces qui ne sont ni en anglais, ni en arabe, ni en français demandent une traduction certifiée en anglais.`,
  `شهادة نهاية التعليم الثانوي، ويمكن إرسالها عند التوصل بها. تُقرأ نقطك في السنوات الدراسية الثلاث الأخيرة.
الإنجليزية: TOEFL iBT بنقطة 71، منها 19 في الكتابة. ابتداء من 36 يمكن لمركز اللغات بالجامعة أن يُعدّك أولًا.
كل من لا يحمل الجنسية المغربية مترشح دولي. يُقرأ الملف أولًا مع مقابلة عن بعد عند الحاجة؛ وقد يُقبل الملف القوي مباشرة، ويجتاز غيره اختبار الجامعة (GAT) أو يقدّم نتيجة SAT. وتختلف نتيجة SAT المطلوبة بين صفحات الجامعة نفسها.
لا تُقبل: GED ودبلومات التعليم عن بعد وDAEU. والوثائق بغير الإنجليزية أو العربية أو الفرنسية تحتاج إلى ترجمة معتمدة إلى الإنجليزية.`,
)

const graduateEntry = text(
  `A bachelor or an equivalent degree, with a B average in the upper level.
Two letters of recommendation, one of them academic; an interview is possible.
English: TOEFL iBT 79, with 20 in writing. From iBT 45 the university's Language Center can prepare you first.`,
  `Une licence ou un diplôme équivalent, avec une moyenne de B dans les dernières années.
Deux lettres de recommandation, dont une d’un enseignant ; un entretien est possible.
Anglais : TOEFL iBT 79, dont 20 à l’écrit. À partir de 45, le Centre de langues de l’université peut d’abord vous préparer.`,
  `إجازة أو شهادة معادلة، بمعدل B في السنوات الأخيرة.
رسالتا توصية، إحداهما من أستاذ؛ وقد تُجرى مقابلة.
الإنجليزية: TOEFL iBT بنقطة 79، منها 20 في الكتابة. ابتداء من 45 يمكن لمركز اللغات بالجامعة أن يُعدّك أولًا.`,
)

const house = { owner: "AUI", teachingLanguages: ["en"], city: "Ifrane", standing: "sample" } as const
const undergraduate = {
  ...house,
  teachingLanguages: ["en" as const],
  level: "bachelor" as const,
  entry: undergraduateEntry,
  costs: undergraduateCosts,
  schemes: ["aui-undergraduate-scholarships", "aui-sponsored-groups"],
}

const engineeringSchool = "School of Science and Engineering (SSE)"
const tracksPage =
  "https://aui.ma/news/al-akhawayn-university-awarded-3.5-million-per-year-to-drive-inclusive-digital-transformation-in-africa?hs_amp=true"
const mediaPage =
  "https://en.media7.ma/gitex-africa-morocco-al-akhawayn-university-bets-on-masters-in-ai-program-for-sustainable-societal-impact/"

/** What Al Akhawayn publishes of its programmes; the dates are samples. */
export const auiProgrammes: ProgrammeSeed[] = [
  {
    ...undergraduate,
    slug: "aui-computer-science",
    field: "computing",
    school: engineeringSchool,
    title: text("Bachelor of Science in Computer Science", "Licence en informatique (BSc)", "إجازة في المعلوميات (BSc)"),
    summary: text(
      "Computing from the ground up, in English, on a residential campus in the Middle Atlas.",
      "L’informatique depuis les fondements, en anglais, sur un campus résidentiel du Moyen Atlas.",
      "المعلوميات من أسسها، بالإنجليزية، في حرم سكني بالأطلس المتوسط.",
    ),
    about: text(
      `136 credit hours, accredited by ABET (CAC), as the catalogue of 2021-23 says.
Since September 2024 the university is the eighth member of Afretec, a network of African engineering schools led by Carnegie Mellon University Africa.`,
      `136 crédits, accréditation ABET (CAC), selon le catalogue 2021-23.
Depuis septembre 2024, l’université est le huitième membre d’Afretec, un réseau d’écoles d’ingénierie africaines conduit par Carnegie Mellon University Africa.`,
      `136 وحدة، باعتماد ABET ‏(CAC)، حسب دليل 2021-23.
منذ شتنبر 2024 صارت الجامعة العضو الثامن في Afretec، وهي شبكة من مدارس الهندسة الأفريقية تقودها جامعة كارنيغي ميلون أفريقيا.`,
    ),
    source: "http://www.aui.ma/en/sse/undergraduates/abet/bscsc.html",
    intakes: [{ opens: -20, closes: 98, seats: 40 }],
  },
  {
    ...undergraduate,
    slug: "aui-artificial-intelligence",
    field: "computing",
    school: engineeringSchool,
    title: text("Bachelor in Artificial Intelligence", "Licence en intelligence artificielle", "إجازة في الذكاء الاصطناعي"),
    summary: text(
      "Machines that learn, and what they do to a society: taught in English since 2020.",
      "Des machines qui apprennent, et ce qu’elles changent dans une société : en anglais depuis 2020.",
      "آلات تتعلم، وما تغيّره في المجتمع: بالإنجليزية منذ 2020.",
    ),
    about: text(
      `The university has offered a bachelor in artificial intelligence since 2020 and counts about ten programmes that touch the field (2025). In 2024 it names the track “Artificial Intelligence and Robotization”.
The application fee of this sample intake shows how a fee works here: you may ask for a waiver, and you never lose a deadline for it.`,
      `L’université propose une licence en intelligence artificielle depuis 2020 et compte une dizaine de programmes qui touchent ce domaine (2025). En 2024, elle nomme la filière « Artificial Intelligence and Robotization ».
Les frais de dossier de cette session d’exemple montrent le principe : vous pouvez demander une exonération, et ils ne vous font jamais perdre une échéance.`,
      `تقدم الجامعة إجازة في الذكاء الاصطناعي منذ 2020، ولديها نحو عشرة برامج تتصل بهذا المجال (2025). وفي 2024 تسمي المسلك «Artificial Intelligence and Robotization».
رسوم الملف في هذا الفوج المثال تبيّن طريقة العمل: يمكنك طلب الإعفاء، ولن تفوّت أجلًا بسببها أبدًا.`,
    ),
    source: mediaPage,
    intakes: [{ opens: -20, closes: 129, seats: 30, feeMinor: 80_000 }],
  },
  {
    ...undergraduate,
    slug: "aui-renewable-energy",
    field: "engineering",
    school: engineeringSchool,
    title: text("Renewable Energy Systems Engineering", "Ingénierie des énergies renouvelables", "هندسة أنظمة الطاقات المتجددة"),
    summary: text(
      "Sun, wind and storage as an engineer sees them, in English.",
      "Le soleil, le vent et le stockage vus par l’ingénieur, en anglais.",
      "الشمس والريح والتخزين بعين المهندس، بالإنجليزية.",
    ),
    about: text(
      "One of the tracks the university named in September 2024. The level shown here is a sample until the university confirms it.",
      "L’une des filières que l’université a nommées en septembre 2024. Le niveau indiqué ici est un exemple, jusqu’à confirmation par l’université.",
      "أحد المسالك التي سمّتها الجامعة في شتنبر 2024. والمستوى المذكور هنا مثال إلى أن تؤكده الجامعة.",
    ),
    source: tracksPage,
    intakes: [{ opens: -20, closes: 98, seats: 30 }],
  },
  {
    ...undergraduate,
    slug: "aui-business-administration",
    field: "business",
    school: "School of Business Administration (SBA)",
    title: text("Bachelor of Business Administration", "Licence en administration des affaires (BBA)", "إجازة في إدارة الأعمال (BBA)"),
    summary: text(
      "Business on the American liberal-arts model: a broad base, then a speciality, in English.",
      "La gestion sur le modèle américain des arts libéraux : une base large, puis une spécialité, en anglais.",
      "إدارة الأعمال على النموذج الأمريكي: قاعدة واسعة ثم تخصص، بالإنجليزية.",
    ),
    about: text(
      `The programme had the European accreditation EPAS in 2010, renewed in 2014; ask the university how it stands today.
In June 2025 the university hosted a pan-African summit on entrepreneurial leadership.`,
      `Le programme a eu l’accréditation européenne EPAS en 2010, renouvelée en 2014 ; demandez à l’université où elle en est.
En juin 2025, l’université a accueilli un sommet panafricain sur le leadership entrepreneurial.`,
      `حصل البرنامج على الاعتماد الأوروبي EPAS سنة 2010 وجُدد سنة 2014؛ اسأل الجامعة عن وضعه اليوم.
في يونيو 2025 استضافت الجامعة قمة أفريقية حول القيادة المقاولاتية.`,
    ),
    source: "https://maghress.com/fr/lobservateur/20757",
    intakes: [{ opens: -20, closes: 67, seats: 60 }],
  },
  {
    ...undergraduate,
    slug: "aui-humanities-social-sciences",
    field: "social_sciences",
    school: "School of Humanities and Social Sciences (SHSS)",
    title: text(
      "Bachelor studies in Humanities and Social Sciences",
      "Licence en sciences humaines et sociales",
      "إجازة في العلوم الإنسانية والاجتماعية",
    ),
    summary: text(
      "Societies, languages and politics, in English, between Fez, Meknes and the cedar forest.",
      "Sociétés, langues et politique, en anglais, entre Fès, Meknès et la forêt de cèdres.",
      "المجتمعات واللغات والسياسة، بالإنجليزية، بين فاس ومكناس وغابة الأرز.",
    ),
    about: text(
      "The third school of the university. Its current list of degrees is in the catalogue of the year: ask the university, or ask us and an officer will.",
      "La troisième école de l’université. La liste actuelle de ses diplômes est dans le catalogue de l’année : demandez-la à l’université, ou à nous.",
      "المدرسة الثالثة في الجامعة. قائمة شهاداتها الحالية في دليل السنة: اطلبها من الجامعة، أو اسألنا.",
    ),
    source: "https://www.scribd.com/document/726127260/AUI-Catalog-2023-2024-1",
    intakes: [{ opens: -20, closes: 129, seats: 40 }],
  },
  {
    ...undergraduate,
    slug: "aui-master-artificial-intelligence",
    level: "master",
    field: "computing",
    school: engineeringSchool,
    title: text("Master in Artificial Intelligence", "Master en intelligence artificielle", "ماستر في الذكاء الاصطناعي"),
    summary: text(
      "Artificial intelligence for a lasting effect on society, in English.",
      "L’intelligence artificielle pour un effet durable sur la société, en anglais.",
      "الذكاء الاصطناعي من أجل أثر دائم في المجتمع، بالإنجليزية.",
    ),
    about: text(
      "The university presented this master at GITEX Africa Morocco in April 2025. Artificial intelligence is one of the fields of the 2020 memorandum.",
      "L’université a présenté ce master au GITEX Africa Morocco en avril 2025. L’intelligence artificielle est l’un des domaines du mémorandum de 2020.",
      "قدّمت الجامعة هذا الماستر في معرض جيتكس أفريقيا المغرب في أبريل 2025. والذكاء الاصطناعي من مجالات مذكرة التفاهم لسنة 2020.",
    ),
    entry: graduateEntry,
    costs: graduateCosts,
    source: mediaPage,
    intakes: [{ opens: -50, closes: 53, seats: 25 }],
    schemes: ["aui-graduate-scholarships", "aui-sponsored-groups"],
  },
]
