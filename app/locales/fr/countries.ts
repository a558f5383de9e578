import type { Translation } from "../translation.ts"

export default {
  title: "Pays",
  description:
    "Pour chacun des {{count}} pays d’Afrique : le diplôme de fin d’études secondaires et sa lecture, les langues, les rencontres, les frais, l’heure.",
  lead: "Choisissez d’où vient votre diplôme. Sa page dit comment nous le lisons, et ce qui compte pour vous.",
  elsewhere: "Votre diplôme vient d’ailleurs ? Décrivez-le avec vos mots :",
  more: "Tout pour venir de ce pays ({{country}})",
  region: {
    northern: "Afrique du Nord",
    western: "Afrique de l’Ouest",
    middle: "Afrique centrale",
    eastern: "Afrique de l’Est",
    southern: "Afrique australe",
  },
  about: "Venir de ce pays ({{country}}) à Al Akhawayn ou à l’UM6P : diplôme, langues, programmes, frais, rencontres, heure.",
  low: "Pour ce pays, nous n’avons pas encore trouvé de source sûre sur le diplôme. Ce qui est marqué « non confirmé » peut être faux : donnez votre résultat avec vos mots, une personne le lit.",
  seeProgrammes: "Voir les programmes",
  certificate: "Votre diplôme, et comment il est lu",
  unsure: "Non confirmé",
  unsureText:
    "Nous ne connaissons pas son barème avec certitude, donc nous n’en affirmons aucun. Écrivez votre résultat tel qu’il est sur le papier.",
  confirm: "À confirmer par l’université.",
  numeric: "Une note sur {{max}} ; on est admis à {{pass}}.",
  numericOpen: "Une note sur {{max}}. Le seuil d’admission n’est pas confirmé.",
  oneGrade: "Une note pour tout le diplôme, la meilleure d’abord :",
  subjectGrades: "Une note par matière, la meilleure d’abord :",
  lastPass: "{{grade}} est la dernière note admise.",
  lastCredit: "Jusqu’à {{grade}}, une matière compte d’habitude comme un crédit.",
  opensUniversity: "Jusqu’à {{grade}}, il ouvre d’habitude l’université.",
  example: "Écrivez-la telle quelle, par exemple {{example}}.",
  kept: "Votre résultat reste tel qu’il est sur le papier : personne ne le convertit, et il n’est jamais comparé à la note d’un autre système. Un autre diplôme ? Vous pouvez le décrire avec vos mots.",
  languages: "Langues",
  official: "Langues officielles : {{languages}}.",
  teaching: "Al Akhawayn enseigne en anglais, l’UM6P en français et en anglais. La page de chaque programme le précise.",
  noneShared: "Rien n’est enseigné dans la langue officielle de votre pays ({{languages}}), et ce site ne la parle pas encore.",
  translation:
    "Al Akhawayn lit les papiers en arabe, en anglais et en français. Dans une autre langue, il faut une traduction certifiée en anglais.",
  programmes: "Les programmes qui commencent après lui",
  programmesText:
    "Une licence demande un diplôme de fin d’études secondaires. Si le vôtre suffit pour le programme voulu, ou s’il faut d’abord une année préparatoire, l’université le décide et dit pourquoi.",
  later: "Vous avez déjà un diplôme du supérieur ?",
  fee: "Frais pour postuler",
  feeText:
    "Postuler ici est gratuit, sauf si la page d’un programme dit autre chose. Des frais ne retiennent jamais votre candidature : vous l’envoyez d’abord, et pouvez demander une dispense avant de payer.",
  entry: "Entrer au Maroc",
  entryText:
    "Les règles suivent votre passeport, et elles changent : nous n’en affirmons aucune. Lisez celles qui valent pour vous sur le site officiel :",
  entryHome:
    "Vous êtes chez vous. Les coûts de ce site sont ceux des candidats internationaux quand une université fait la différence : si vous avez la nationalité marocaine, demandez-lui les vôtres.",
  events: "Les rencontres près de vous",
  noEvents: "Aucune n’est annoncée pour l’instant.",
  allEvents: "Toutes les rencontres pour votre pays",
  time: "Votre heure et celle du Maroc",
  clock: {
    same: "La même heure qu’au Maroc",
    noon: "Quand il est midi au Maroc, il y est {{time}}",
    zone: "Fuseau horaire :",
    from: "À partir du {{day}} :",
    decree:
      "Les dates limites valent à l’heure du Maroc. Les changements d’heure sont ceux connus à ce jour : un décret peut les déplacer.",
    home: "Les dates limites valent à votre heure.",
  },
} satisfies Translation<typeof import("../en/countries.ts").default>
