import { type SchemeSeed, text } from "./shapes.ts"

const noCall = text(
  "No call with dates has been published that we know of. Ask us: an officer answers.",
  "Aucun appel daté n’a été publié à notre connaissance. Écrivez-nous : une personne répond.",
  "لم يُنشر أي إعلان بتواريخ على حد علمنا. راسلنا: سيجيبك أحد المسؤولين.",
)

/** The scholarships there are, each with what was found of it and when. There is no joint scholarship. */
export const schemeSeeds: SchemeSeed[] = [
  {
    slug: "mastercard-scholars-um6p",
    owner: "UM6P",
    standing: "announced",
    title: text(
      "Mastercard Foundation Scholars at UM6P",
      "Boursières de la Fondation Mastercard à l’UM6P",
      "منح مؤسسة ماستركارد بجامعة محمد السادس متعددة التخصصات",
    ),
    summary: text(
      "575 young African women over ten years, everything paid. Launched on 7 November 2025.",
      "575 jeunes Africaines en dix ans, tout est pris en charge. Lancé le 7 novembre 2025.",
      "575 شابة أفريقية خلال عشر سنوات، مع تغطية كاملة. أُطلق في 7 نونبر 2025.",
    ),
    about: text(
      `Three phases: an integration made to measure, studies enriched with mentoring, leadership, entrepreneurship and coding, then support after the degree.
Fields: engineering, agriculture, renewable energy, hospitality and tourism, architecture, emerging technologies, political science, nursing.
${noCall.en} Age limits, papers and the address to apply at are the university’s to publish.`,
      `Trois phases : une intégration sur mesure, des études enrichies (mentorat, leadership, entrepreneuriat, code), puis un appui après le diplôme.
Domaines : ingénierie, agriculture, énergies renouvelables, hôtellerie et tourisme, architecture, technologies émergentes, science politique, soins infirmiers.
${noCall.fr} L’âge limite, les pièces et l’adresse où postuler sont à publier par l’université.`,
      `ثلاث مراحل: إدماج على المقاس، ودراسة مدعومة بالمواكبة والقيادة والمقاولة والبرمجة، ثم دعم بعد الشهادة.
المجالات: الهندسة، الفلاحة، الطاقات المتجددة، الفندقة والسياحة، الهندسة المعمارية، التكنولوجيات الناشئة، العلوم السياسية، التمريض.
${noCall.ar} أما حدود السن والوثائق وعنوان التقديم فتنشرها الجامعة.`,
    ),
    whoFor: text(
      "Young African women. The programme looks in particular to those from rural areas, refugees and displaced women, women with a disability and young mothers.",
      "Les jeunes femmes africaines. Le programme porte une attention particulière aux femmes rurales, réfugiées ou déplacées, en situation de handicap, et aux jeunes mères.",
      "الشابات الأفريقيات. ويولي البرنامج عناية خاصة بنساء القرى واللاجئات والنازحات وذوات الإعاقة والأمهات الشابات.",
    ),
    covers: text(
      "Tuition, accommodation, living expenses, health insurance, a yearly flight, and language training in English and French.",
      "Études, logement, frais de vie, assurance santé, un vol par an, et une formation en anglais et en français.",
      "الدراسة والسكن ومصاريف العيش والتأمين الصحي وتذكرة سفر كل سنة، وتكوين في الإنجليزية والفرنسية.",
    ),
    places: 575,
    pays: (["tuition", "housing", "living", "insurance", "travel"] as const).map((kind) => ({ kind, leastPercent: 100, mostPercent: 100 })),
    asOf: "2025",
    source:
      "https://www.lesiteinfo.com/economie/659801-um6p-lance-le-programme-de-bourses-de-la-fondation-mastercard.html\nhttps://msmeafricaonline.com/?p=48516",
  },
  {
    slug: "um6p-social-grant",
    owner: "UM6P",
    standing: "open",
    title: text("UM6P social grant (BUCS)", "Bourse UM6P sous conditions sociales (BUCS)", "منحة الجامعة حسب الوضع الاجتماعي (BUCS)"),
    summary: text(
      "Help that follows what your family can pay, for the whole cycle.",
      "Une aide selon ce que votre famille peut payer, pour tout le cycle.",
      "دعم حسب قدرة أسرتك، طوال السلك.",
    ),
    about: text(
      "With the excellence grant it can add up to all of the tuition and the living costs. It is kept for the whole cycle, unless a year is repeated or given up. In 2023 the university reported that 72 % of those who entered came from low-income families, and that most of them, Moroccan and international, received it.",
      "Cumulée avec la bourse d’excellence, elle peut aller jusqu’à la totalité des études et de la vie. Elle vaut pour tout le cycle, sauf redoublement ou abandon. En 2023, l’université déclarait que 72 % des entrants venaient de familles à bas revenus, et que la majorité d’entre eux, marocains et internationaux, la recevaient.",
      "مع منحة التفوق قد تغطي كل مصاريف الدراسة والعيش. وتستمر طوال السلك ما لم يكن تكرار أو انقطاع. وفي 2023 صرّحت الجامعة بأن 72 % من الملتحقين من أسر محدودة الدخل، وأن أغلبهم، مغاربة ودوليين، حصلوا عليها.",
    ),
    whoFor: text(
      "People admitted at UM6P whose family income is low. The papers that show it are confirmed by the university.",
      "Les personnes admises à l’UM6P dont la famille a un revenu bas. Les justificatifs sont confirmés par l’université.",
      "المقبولون بالجامعة من أسر محدودة الدخل. وتؤكد الجامعة الوثائق المثبتة لذلك.",
    ),
    covers: text(
      "A part or all of the tuition and of the living costs.",
      "Une partie ou la totalité des études et de la vie.",
      "جزء من مصاريف الدراسة والعيش أو كلها.",
    ),
    pays: [
      { kind: "tuition", leastPercent: 0, mostPercent: 100 },
      { kind: "housing", leastPercent: 0, mostPercent: 100 },
      { kind: "living", leastPercent: 0, mostPercent: 100 },
    ],
    asOf: "2023",
    source:
      "https://reports-dev.aashe.org/institutions/mohammed-vi-polytechnic-university-no-state/report/2023-10-13/PA/diversity-affordability/PA-8",
  },
  {
    slug: "um6p-excellence-grant",
    owner: "UM6P",
    standing: "open",
    title: text("UM6P excellence grant (BE)", "Bourse d’excellence de l’UM6P (BE)", "منحة التفوق بالجامعة (BE)"),
    summary: text(
      "For the best results; it adds to the social grant.",
      "Pour les meilleurs résultats ; elle s’ajoute à la bourse sociale.",
      "لأصحاب أفضل النتائج؛ وتُضاف إلى المنحة الاجتماعية.",
    ),
    about: text(
      "In 2023 the press reported that more than 80 % of those who studied at UM6P over six years had received a merit scholarship.",
      "En 2023, la presse rapportait que plus de 80 % de celles et ceux qui ont étudié à l’UM6P en six ans ont reçu une bourse de mérite.",
      "في 2023 نقلت الصحافة أن أكثر من 80 % ممن درسوا بالجامعة خلال ست سنوات حصلوا على منحة استحقاق.",
    ),
    whoFor: text(
      "People admitted at UM6P with very good results.",
      "Les personnes admises à l’UM6P avec de très bons résultats.",
      "المقبولون بالجامعة بنتائج جيدة جدًا.",
    ),
    covers: text(
      "Tuition; with the social grant, up to all of the tuition and the living costs.",
      "Les études ; avec la bourse sociale, jusqu’à la totalité des études et de la vie.",
      "الدراسة؛ ومع المنحة الاجتماعية قد تغطي كل مصاريف الدراسة والعيش.",
    ),
    pays: [{ kind: "tuition", leastPercent: 0, mostPercent: 100 }],
    asOf: "2023",
    source:
      "https://fr.le360.ma/societe/um6p-plus-de-80-des-etudiants-ont-obtenu-des-bourses-de-merite-au-cours-des-six-dernieres-annees_AZ6YCXIONFGDJGGZ7YRM4XQ7FY/",
  },
  {
    slug: "um6p-industrial-grant",
    owner: "UM6P",
    standing: "open",
    title: text("UM6P industrial grant (BEI)", "Bourse industrielle de l’UM6P (BEI)", "المنحة الصناعية بالجامعة (BEI)"),
    summary: text(
      "A grant tied to industry, on top of the other two.",
      "Une bourse liée à l’industrie, en plus des deux autres.",
      "منحة مرتبطة بالصناعة، إضافة إلى المنحتين الأخريين.",
    ),
    about: text(
      "The university lists it beside the social and the excellence grant; the three may add up. Its terms for the coming intake are confirmed by the university.",
      "L’université la cite à côté des bourses sociale et d’excellence ; les trois peuvent se cumuler. Ses conditions pour la prochaine rentrée sont confirmées par l’université.",
      "تذكرها الجامعة إلى جانب المنحتين الاجتماعية والتفوق؛ ويمكن الجمع بين الثلاث. وتؤكد الجامعة شروطها للدخول المقبل.",
    ),
    whoFor: text(
      "People admitted at UM6P; the schools concerned are confirmed by the university.",
      "Les personnes admises à l’UM6P ; les écoles concernées sont confirmées par l’université.",
      "المقبولون بالجامعة؛ وتؤكد الجامعة المدارس المعنية.",
    ),
    covers: text("A part of the tuition and of the living costs.", "Une partie des études et de la vie.", "جزء من مصاريف الدراسة والعيش."),
    pays: [
      { kind: "tuition", leastPercent: 0, mostPercent: 100 },
      { kind: "housing", leastPercent: 0, mostPercent: 100 },
      { kind: "living", leastPercent: 0, mostPercent: 100 },
    ],
    asOf: "2023",
    source: "https://medjouel.com/en/frais-de-scolarite-et-bourses-de-luniversite-mohammed-vi-polytechnique/",
  },
  {
    slug: "fondation-ibn-rochd",
    owner: "UM6P",
    standing: "announced",
    title: text("Fondation Ibn Rochd (FIRSI)", "Fondation Ibn Rochd (FIRSI)", "مؤسسة ابن رشد (FIRSI)"),
    summary: text(
      "Created in 2020 for young African talent: 3,300 beneficiaries by 2023, almost half of them women.",
      "Créée en 2020 pour les jeunes talents africains : 3 300 bénéficiaires en 2023, presque la moitié des femmes.",
      "أُحدثت سنة 2020 للمواهب الأفريقية الشابة: 3300 مستفيد حتى 2023، نصفهم تقريبًا نساء.",
    ),
    about: noCall,
    whoFor: text(
      "Young African talent; the conditions are confirmed by the foundation.",
      "Les jeunes talents africains ; les conditions sont confirmées par la fondation.",
      "المواهب الأفريقية الشابة؛ وتؤكد المؤسسة الشروط.",
    ),
    covers: text("To be confirmed by the foundation.", "À confirmer par la fondation.", "تؤكده المؤسسة."),
    asOf: "2023",
    source:
      "https://fr.le360.ma/societe/um6p-plus-de-80-des-etudiants-ont-obtenu-des-bourses-de-merite-au-cours-des-six-dernieres-annees_AZ6YCXIONFGDJGGZ7YRM4XQ7FY/",
  },
  {
    slug: "aui-undergraduate-scholarships",
    owner: "AUI",
    standing: "open",
    title: text("Al Akhawayn undergraduate scholarships", "Bourses de licence d’Al Akhawayn", "منح الإجازة بجامعة الأخوين"),
    summary: text(
      "For Moroccan candidates only. If you have no Moroccan nationality, look at the other schemes.",
      "Pour les candidats marocains seulement. Sans nationalité marocaine, regardez les autres bourses.",
      "للمترشحين المغاربة فقط. إن لم تكن لديك الجنسية المغربية فانظر المنح الأخرى.",
    ),
    about: text(
      "The university’s page says: undergraduate scholarships are offered to Moroccan applicants only. Who receives a full scholarship gives five hours of work a week on campus.",
      "La page de l’université le dit : les bourses de licence sont réservées aux Marocains. Une bourse entière demande cinq heures de travail par semaine sur le campus.",
      "تقول صفحة الجامعة إن منح الإجازة مخصصة للمغاربة فقط. ومن يحصل على منحة كاملة يقدّم خمس ساعات عمل أسبوعيًا في الحرم.",
    ),
    whoFor: text("Moroccan candidates only.", "Les candidats marocains seulement.", "المترشحون المغاربة فقط."),
    covers: text("10 % to 100 % of the tuition.", "De 10 % à 100 % des études.", "من 10 % إلى 100 % من مصاريف الدراسة."),
    pays: [{ kind: "tuition", leastPercent: 10, mostPercent: 100 }],
    nationals: ["MA"],
    asOf: "2026",
    source: "https://aui.ma/admission-aid/undergraduates/scholarships",
  },
  {
    slug: "aui-graduate-scholarships",
    owner: "AUI",
    standing: "open",
    title: text("Al Akhawayn graduate scholarships", "Bourses de master d’Al Akhawayn", "منح الماستر بجامعة الأخوين"),
    summary: text(
      "For Moroccan candidates only. If you have no Moroccan nationality, look at the other schemes.",
      "Pour les candidats marocains seulement. Sans nationalité marocaine, regardez les autres bourses.",
      "للمترشحين المغاربة فقط. إن لم تكن لديك الجنسية المغربية فانظر المنح الأخرى.",
    ),
    about: text(
      "The university’s page says: graduate scholarships are offered to Moroccan applicants only. Who receives a full scholarship gives ten hours of work a week on campus.",
      "La page de l’université le dit : les bourses de master sont réservées aux Marocains. Une bourse entière demande dix heures de travail par semaine sur le campus.",
      "تقول صفحة الجامعة إن منح الماستر مخصصة للمغاربة فقط. ومن يحصل على منحة كاملة يقدّم عشر ساعات عمل أسبوعيًا في الحرم.",
    ),
    whoFor: text("Moroccan candidates only.", "Les candidats marocains seulement.", "المترشحون المغاربة فقط."),
    covers: text("10 % to 100 % of the tuition.", "De 10 % à 100 % des études.", "من 10 % إلى 100 % من مصاريف الدراسة."),
    pays: [{ kind: "tuition", leastPercent: 10, mostPercent: 100 }],
    nationals: ["MA"],
    asOf: "2026",
    source: "https://aui.ma/admission-aid/graduates/scholarships?hsLang=en",
  },
  {
    slug: "aui-sponsored-groups",
    owner: "AUI",
    standing: "announced",
    title: text(
      "Al Akhawayn sponsored scholarships for international groups",
      "Bourses parrainées d’Al Akhawayn pour groupes internationaux",
      "منح مموَّلة لمجموعات دولية بجامعة الأخوين",
    ),
    summary: text(
      "From time to time a sponsor pays for a group from abroad. Each call is announced on its own.",
      "De temps en temps, un parrain paie pour un groupe venu d’ailleurs. Chaque appel est annoncé à part.",
      "من حين لآخر يموّل راعٍ مجموعة من الخارج. ويُعلن عن كل مجموعة على حدة.",
    ),
    about: noCall,
    whoFor: text("A group named by each sponsor.", "Un groupe désigné par chaque parrain.", "مجموعة يحددها كل راعٍ."),
    covers: text("As each sponsor says.", "Selon chaque parrain.", "حسب كل راعٍ."),
    asOf: "2026",
    source: "http://www.aui.ma/en/shss-menu/program-evaluation/13-international-programs.html",
  },
  {
    slug: "moroccan-scholarships-african-youth",
    owner: null,
    standing: "closed",
    title: text(
      "Moroccan Scholarships for African Youth, 2021-22",
      "Bourses marocaines pour la jeunesse africaine, 2021-22",
      "المنح المغربية للشباب الأفريقي، 2021-22",
    ),
    summary: text(
      "303 places without fees in 119 programmes of 11 universities: 40 at Al Akhawayn, 30 at UM6P. It has closed.",
      "303 places sans frais dans 119 programmes de 11 universités : 40 à Al Akhawayn, 30 à l’UM6P. Clos.",
      "303 مقاعد بلا رسوم في 119 برنامجًا بـ11 جامعة: 40 بجامعة الأخوين و30 بجامعة محمد السادس متعددة التخصصات. أُغلق.",
    ),
    about: text(
      "A scheme of the Moroccan ministry, for 2021-22. Candidates had to fill each university’s own site. No later edition has been published that we know of.",
      "Un programme du ministère marocain, pour 2021-22. Il fallait remplir le site de chaque université. Aucune édition ultérieure n’a été publiée à notre connaissance.",
      "برنامج للوزارة المغربية برسم 2021-22. كان على المترشح ملء موقع كل جامعة. ولم تُنشر دورة لاحقة على حد علمنا.",
    ),
    whoFor: text("African candidates, for 2021-22.", "Les candidats africains, pour 2021-22.", "المترشحون الأفارقة، برسم 2021-22."),
    covers: text(
      "Registration and tuition, and social benefits.",
      "L’inscription et les études, et des avantages sociaux.",
      "التسجيل والدراسة، ومزايا اجتماعية.",
    ),
    asOf: "2021-22",
    source:
      "https://www.challenge.ma/le-maroc-lance-un-programme-de-bourses-dexcellence-destines-aux-etudiants-de-pays-subsahariens-184110/\nhttps://www.journaldutchad.com/maroc-lancement-du-programme-dexcellence-pour-les-etudiants-africains/",
  },
  {
    slug: "exaf-100-phds",
    owner: "UM6P",
    standing: "closed",
    title: text(
      "Excellence in Africa: 100 PhDs for Africa",
      "Excellence in Africa : 100 doctorats pour l’Afrique",
      "التميز في أفريقيا: 100 دكتوراه من أجل أفريقيا",
    ),
    summary: text(
      "UM6P with EPFL: up to 80,000 CHF over 54 months for a doctorate at an African institution. The last call closed on 18 April 2023.",
      "L’UM6P avec l’EPFL : jusqu’à 80 000 CHF sur 54 mois pour un doctorat dans un établissement africain. Le dernier appel a clos le 18 avril 2023.",
      "جامعة محمد السادس متعددة التخصصات مع EPFL: ما يصل إلى 80000 فرنك سويسري على 54 شهرًا لدكتوراه في مؤسسة أفريقية. أُغلق آخر إعلان في 18 أبريل 2023.",
    ),
    about: text(
      "Calls were held in 2021 and 2023. A next one has not been published that we know of.",
      "Des appels ont eu lieu en 2021 et 2023. Aucun autre n’a été publié à notre connaissance.",
      "كان هناك إعلانان في 2021 و2023. ولم يُنشر إعلان آخر على حد علمنا.",
    ),
    whoFor: text(
      "Nationals of an African country preparing a doctorate at an African institution.",
      "Les ressortissants d’un pays africain en doctorat dans un établissement africain.",
      "مواطنو بلد أفريقي يحضّرون دكتوراه في مؤسسة أفريقية.",
    ),
    covers: text(
      "Up to 80,000 CHF over 54 months (2023).",
      "Jusqu’à 80 000 CHF sur 54 mois (2023).",
      "ما يصل إلى 80000 فرنك سويسري على 54 شهرًا (2023).",
    ),
    places: 100,
    asOf: "2023",
    source:
      "https://www.epfl.ch/research/domains/exaf/excellence-in-africa-2/exaf-a-dynamic-research-centre/presentation-of-the-programme-excellence-in-africa/digital-education/100-phd-for-africa/\nhttps://scribd.com/document/630760045/EXAF-100PhDs-Application-guidelines",
  },
]
