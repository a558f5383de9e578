import type { Translation } from "../translation.ts"

export default {
  searchWords: {
    level: {
      bachelor: "إجازة بكالوريوس ليسانس السلك الأول",
      master: "ماستر ماجستير السلك الثاني",
      phd: "دكتوراه أطروحة بحث",
    },
    field: {
      engineering: "هندسة مهندس مدنية ميكانيكية كهربائية صناعية",
      computing: "معلوميات معلوماتية حاسوب علوم الحاسب برمجة بيانات إعلاميات",
      business: "أعمال تدبير إدارة تجارة اقتصاد مالية محاسبة تسويق فندقة سياحة",
      agriculture: "فلاحة زراعة تغذية ماء تربة",
      social_sciences: "علوم اجتماعية إنسانية قانون سياسة حكامة لغات علاقات دولية",
      health: "صحة تمريض طب صيدلة",
      architecture: "معمار عمارة تعمير بناء",
    },
  },
  feed: {
    title: "رحلة: الترشيحات المفتوحة",
    description: "برامج جامعة الأخوين وجامعة محمد السادس متعددة التخصصات التي تستقبل الترشيحات الآن، وأولها أقربها أجلًا.",
    until: "الترشيح إلى غاية {{moment}}.",
    facts: "{{level}}. لغة التدريس: {{languages}}. {{city}}.",
    partners: "للمواقع الشريكة: الترشيحات المفتوحة بصيغة <0>RSS</0> أو <1>JSON</1>.",
  },
  topic: {
    coming: "هل يمكنني المجيء؟",
    papers: "الشهادات والنتائج",
    languages: "اللغات",
    money: "التكاليف والمنح",
    applying: "تقديم الطلب",
    answers: "بعد تقديم الطلب",
    living: "الوصول والعيش",
    trust: "هل هذا منّا فعلًا؟",
  },
  answerStanding: {
    published: "كما نُشر",
    to_confirm: "تؤكده الجامعة",
    ours: "طريقة عمل هذا الموقع",
  },
  scale: {
    bac20: "معدل البكالوريا من 20",
    num20pt: "النقطة النهائية من 20",
    wassce9: "نقط WASSCE أو NECO (من A1 إلى F9)",
    kcse12: "المعدل العام في KCSE (من A إلى E)",
    nsc7: "مستويات NSC (من 7 إلى 1)",
    uaceAF: "النقط الرئيسية في UACE (من A إلى F)",
    acsee: "نقط ACSEE (من A إلى F)",
    alevel: "نقط A-level (من A* إلى U)",
    gceCM: "نقط GCE Advanced Level (من A إلى F)",
    gcse: "نقط O-level أو GCSE (من A* إلى U)",
    nine: "نقط الشهادة المدرسية (من 1 إلى 9، و1 أفضلها)",
    percent50: "نسبة مئوية، النجاح من 50",
    percent: "نسبة مئوية",
  },
  per: { credit: "للوحدة", semester: "للفصل", year: "للسنة", once: "مرة واحدة" },
} satisfies Translation<typeof import("../en/catalogue.ts").default>
