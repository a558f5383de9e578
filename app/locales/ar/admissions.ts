import type { Translation } from "../translation.ts"

export default {
  conditional: "هذا العرض مشروط بوثائقك: تطلبها الجامعة بعد قبولك وتتحقق منها قبل تأكيد مقعدك.",
  reasonGroup: {
    entry: "شروط الولوج",
    file: "الملف",
    places: "المقاعد",
    programme: "البرنامج",
  },
  reason: {
    entry: {
      result: {
        label: "نتيجة دون المطلوب",
        sentence: "تطلب الجامعة في هذا البرنامج نتيجة أعلى في شهادتك.",
      },
      subjects: {
        label: "مواد غير واردة في الشهادة",
        sentence: "يقوم هذا البرنامج على مواد لا تتضمنها شهادتك.",
      },
      language: {
        label: "المستوى في لغة التدريس",
        sentence: "تطلب الجامعة في هذا البرنامج مستوى أعلى في لغة التدريس.",
      },
      level: {
        label: "شهادة من مستوى آخر",
        sentence: "يطلب هذا البرنامج شهادة من مستوى غير مستوى الشهادة التي ذكرتها.",
      },
    },
    file: {
      incomplete: {
        label: "معطيات غير كافية للقبول",
        sentence: "لم يتضمن ملفك ما يكفي لتعرض عليك الجامعة مقعدًا.",
      },
      unconfirmed: {
        label: "شهادة لم يتسنَّ تأكيدها",
        sentence: "لم تتمكن الجامعة من تأكيد الشهادة التي ذكرتها.",
      },
    },
    places: {
      full: {
        label: "كل المقاعد محجوزة",
        sentence: "كل مقاعد هذا الدخول محجوزة.",
      },
      ranking: {
        label: "رُتّب آخرون قبله",
        sentence: "كانت الترشيحات الجيدة أكثر من المقاعد، ورُتّبت ترشيحات أخرى قبل ترشيحك.",
      },
    },
    programme: {
      fit: {
        label: "مشروع بعيد عن البرنامج",
        sentence: "ما ترغب في دراسته ليس مما يدرّسه هذا البرنامج.",
      },
      notOpening: {
        label: "الدخول لا يُفتح",
        sentence: "لن يُفتح هذا الدخول هذه المرة.",
      },
    },
  },
  nextStep: {
    otherProgramme: {
      label: "النظر في برنامج آخر",
      sentence: "خطوتك التالية: اطلع على باقي برامج الجامعتين، فقد يلائم أحدها شهادتك أكثر.",
    },
    nextYear: {
      label: "الترشح من جديد في السنة المقبلة",
      sentence: "خطوتك التالية: قدّم ترشيحك لسنة القبول المقبلة. ما كتبته يبقى هنا في انتظارك.",
    },
    finishDiploma: {
      label: "إتمام الشهادة أولًا",
      sentence: "خطوتك التالية: أتمم شهادتك، ثم قدّم ترشيحك من جديد مع نتيجتها.",
    },
    improveLanguage: {
      label: "رفع المستوى اللغوي أولًا",
      sentence: "خطوتك التالية: ارفع مستواك في لغة التدريس واجتز اختبارًا، ثم قدّم ترشيحك من جديد.",
    },
    fillFile: {
      label: "إغناء الملف",
      sentence: "خطوتك التالية: قدّم ترشيحك من جديد مع ملء كل الأقسام، وخاصة الدراسة والدافع.",
    },
    ask: {
      label: "الكتابة إلى مكتب القبول",
      sentence: "خطوتك التالية: اكتب إلى مكتب القبول. يقرأ شخص سؤالك ويجيب عنه.",
    },
  },
  mail: {
    greeting: "مرحبًا {{name}}،",
    universityAdds: "تضيف الجامعة:",
    conditions: "شروط هذا العرض:",
    words: "تكتب الجامعة:",
    act: "الاطلاع على ملفي",
    infoRequested: {
      subject: "تحتاج {{university}} إلى شيء آخر: {{programme}}",
      title: "نحتاج منك إلى شيء آخر",
      text: "تقرأ {{university}} ملفك لبرنامج {{programme}} وتطلب منك شيئًا آخر.",
      until: "أجب في صفحتك قبل {{date}} بتوقيت المغرب. إن تعذر ذلك فاذكره هناك.",
      act: "الجواب",
    },
    interviewSet: {
      subject: "مقابلة مع {{university}}: {{programme}}",
      title: "مقابلة",
      newTitle: "تغيّر موعد مقابلتك",
      text: "تود {{university}} أن تتحدث معك عن برنامج {{programme}}.",
      newText: "حددت {{university}} موعدًا آخر لمقابلتك حول برنامج {{programme}}. لم يعد موعد الرسالة السابقة صالحًا.",
      morocco: "{{moment}} في المغرب",
      yours: "{{moment}} في {{country}}",
      place: "أين، أو كيف:",
      cannot: "إن لم يناسبك هذا الموعد فأخبر مكتب القبول في أقرب وقت.",
    },
    choiceWaitlisted: {
      subject: "لائحة انتظار {{university}}: {{programme}}",
      title: "أنت في لائحة الانتظار",
      text: "قرأت {{university}} ملفك لبرنامج {{programme}}. كل المقاعد موعود بها الآن؛ وإن خلا مقعد فقد يُعرض عليك.",
      wait: "ليس عليك أن تفعل شيئًا. إن قبلت مقعدًا آخر انتهى هذا الانتظار من تلقاء نفسه.",
    },
    waitingEnded: {
      subject: "انتهت لائحة الانتظار: {{programme}}",
      title: "انتهت لائحة الانتظار",
      text: "لم يخلُ لك مقعد في {{university}} في برنامج {{programme}}، وانتهى الانتظار بالنسبة إليك. شكرًا على صبرك.",
    },
    placeConfirmed: {
      subject: "مقعدك مؤكد: {{programme}}",
      title: "مقعدك مؤكد",
      text: "تؤكد {{university}} مقعدك في برنامج {{programme}}، وتبدأ الدراسة يوم {{start}}. مرحبًا بك.",
      textOpen: "تؤكد {{university}} مقعدك في برنامج {{programme}}. يبقى يوم بدء الدراسة في انتظار التأكيد.",
    },
    conditionsUnmet: {
      subject: "لم تُستوفَ شروط العرض: {{programme}}",
      title: "شروط لم تُستوفَ",
      text: "احتفظت لك {{university}} بمقعد في برنامج {{programme}}. لم تُستوفَ شروطه، فلم يعد الاحتفاظ به ممكنًا.",
      ask: "إن بدا لك هذا غير صحيح فاكتب إلى مكتب القبول: سيقرأ شخص رسالتك.",
    },
    placeDeferred: {
      subject: "تأجل دخولك: {{programme}}",
      title: "تأجل دخولك",
      text: "تحتفظ {{university}} بمقعدك في برنامج {{programme}} لدخول لاحق: {{start}}.",
      textOpen: "تحتفظ {{university}} بمقعدك في برنامج {{programme}} لدخول لاحق. يبقى يومه في انتظار التأكيد.",
    },
    offerMade: {
      subject: "عرض من {{university}}: {{programme}}",
      title: "لديك عرض",
      text: "تعرض عليك {{university}} مقعدًا في برنامج {{programme}}، وتبدأ الدراسة يوم {{start}}. هنيئًا لك.",
      answerBy: "أجب قبل {{date}} بتوقيت المغرب. بعد ذلك ينتهي العرض.",
      act: "الاطلاع على العرض والجواب",
    },
    choiceRefused: {
      subject: "جواب {{university}}: {{programme}}",
      title: "لا عرض هذه المرة",
      text: "قرأت {{university}} ملفك لبرنامج {{programme}}، ولا تعرض عليك مقعدًا هذه المرة. شكرًا على ما بذلته فيه من جهد.",
      alone: "يخص هذا الجواب هذا الاختيار وحده.",
      act: "الاطلاع على ملفي",
    },
    offerAccepted: {
      subject: "قبلت العرض: {{programme}}",
      title: "قبلت العرض",
      text: "تحتفظ لك {{university}} بمقعد في برنامج {{programme}}، وتبدأ الدراسة يوم {{start}}.",
      others: "أُخليت اختياراتك الأخرى لتذهب مقاعدها إلى مترشحين آخرين.",
      act: "الاطلاع على ملفي",
    },
    offerLapsed: {
      subject: "انتهى العرض: {{programme}}",
      title: "انتهى العرض",
      text: "احتفظت لك {{university}} بمقعد في برنامج {{programme}} إلى غاية {{date}} بتوقيت المغرب. لم يصلنا جواب منك، فانتهى العرض.",
      ask: "إن منعك أمر من الجواب، فاكتب إلى مكتب القبول: سيقرأ شخص رسالتك.",
      act: "الاطلاع على ملفي",
    },
  },
} satisfies Translation<typeof import("../en/admissions.ts").default>
