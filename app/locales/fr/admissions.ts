import type { Translation } from "../translation.ts"

export default {
  conditional:
    "Cette offre dépend de vos documents : l’université les demande après votre acceptation et les vérifie avant de confirmer votre place.",
  reasonGroup: {
    entry: "Conditions d’admission",
    file: "Le dossier",
    places: "Les places",
    programme: "Le programme",
  },
  reason: {
    entry: {
      result: {
        label: "Résultat inférieur à ce qui est demandé",
        sentence: "Pour ce programme, l’université demande un résultat plus élevé à votre diplôme.",
      },
      subjects: {
        label: "Matières absentes du diplôme",
        sentence: "Ce programme s’appuie sur des matières que votre diplôme ne comprend pas.",
      },
      language: {
        label: "Niveau dans la langue d’enseignement",
        sentence: "Pour ce programme, l’université demande un niveau plus élevé dans la langue d’enseignement.",
      },
      level: {
        label: "Diplôme d’un autre niveau",
        sentence: "Ce programme demande un diplôme d’un autre niveau que celui que vous avez donné.",
      },
    },
    file: {
      incomplete: {
        label: "Pas assez d’éléments pour décider favorablement",
        sentence: "Votre dossier n’en disait pas assez pour que l’université vous propose une place.",
      },
      unconfirmed: {
        label: "Diplôme non confirmé",
        sentence: "L’université n’a pas pu confirmer le diplôme que vous avez donné.",
      },
    },
    places: {
      full: {
        label: "Toutes les places sont prises",
        sentence: "Toutes les places de cette rentrée sont prises.",
      },
      ranking: {
        label: "D’autres sont passés avant",
        sentence: "Il y avait plus de bonnes candidatures que de places, et d’autres ont été classées avant la vôtre.",
      },
    },
    programme: {
      fit: {
        label: "Projet éloigné du programme",
        sentence: "Ce que vous souhaitez étudier n’est pas ce que ce programme enseigne.",
      },
      notOpening: {
        label: "La rentrée n’ouvre pas",
        sentence: "Cette rentrée n’ouvre pas cette fois.",
      },
    },
  },
  nextStep: {
    otherProgramme: {
      label: "Regarder un autre programme",
      sentence:
        "Votre prochain pas : regardez les autres programmes des deux universités. L’un d’eux convient peut-être mieux à votre diplôme.",
    },
    nextYear: {
      label: "Recommencer l’an prochain",
      sentence:
        "Votre prochain pas : posez votre candidature pour la prochaine année d’admission. Ce que vous avez écrit reste ici, à votre disposition.",
    },
    finishDiploma: {
      label: "Terminer d’abord le diplôme",
      sentence: "Votre prochain pas : terminez votre diplôme, puis posez de nouveau votre candidature avec son résultat.",
    },
    improveLanguage: {
      label: "Élever d’abord le niveau de langue",
      sentence:
        "Votre prochain pas : élevez votre niveau dans la langue d’enseignement et passez un test, puis posez de nouveau votre candidature.",
    },
    fillFile: {
      label: "En dire plus dans le dossier",
      sentence:
        "Votre prochain pas : posez de nouveau votre candidature en remplissant chaque partie, surtout les études et la motivation.",
    },
    ask: {
      label: "Écrire au service des admissions",
      sentence: "Votre prochain pas : écrivez au service des admissions. Une personne lit votre question et y répond.",
    },
  },
  mail: {
    greeting: "Bonjour {{name}},",
    universityAdds: "L’université ajoute :",
    conditions: "Conditions de cette offre :",
    words: "L’université écrit :",
    act: "Voir ma candidature",
    infoRequested: {
      subject: "{{university}} a besoin d’autre chose : {{programme}}",
      title: "Il nous manque quelque chose",
      text: "L’{{university}} lit votre dossier pour « {{programme}} » et vous demande autre chose.",
      until: "Répondez sur votre page avant le {{date}}, heure du Maroc. Si ce n’est pas possible, dites-le au même endroit.",
      act: "Répondre",
    },
    interviewSet: {
      subject: "Un entretien avec {{university}} : {{programme}}",
      title: "Un entretien",
      newTitle: "Votre entretien change d’heure",
      text: "L’{{university}} aimerait parler avec vous du programme « {{programme}} ».",
      newText:
        "L’{{university}} a fixé une autre heure pour votre entretien au sujet du programme « {{programme}} ». L’heure du message précédent ne vaut plus.",
      morocco: "{{moment}} au Maroc",
      yours: "{{moment}} ({{country}})",
      place: "Où, ou comment :",
      cannot: "Si vous ne pouvez pas à ce moment-là, dites-le au service des admissions dès que possible.",
    },
    choiceWaitlisted: {
      subject: "La liste d’attente de {{university}} : {{programme}}",
      title: "Vous êtes sur la liste d’attente",
      text: "L’{{university}} a lu votre dossier pour « {{programme}} ». Toutes les places sont promises actuellement ; si l’une d’elles se libère, elle peut encore vous être offerte.",
      wait: "Vous n’avez rien à faire. Si vous acceptez une place ailleurs, cette attente prend fin d’elle-même.",
    },
    waitingEnded: {
      subject: "La liste d’attente a pris fin : {{programme}}",
      title: "La liste d’attente a pris fin",
      text: "Aucune place ne s’est libérée pour vous à l’{{university}} dans le programme « {{programme}} », et l’attente a pris fin pour vous. Merci de votre patience.",
    },
    placeConfirmed: {
      subject: "Votre place est confirmée : {{programme}}",
      title: "Votre place est confirmée",
      text: "L’{{university}} confirme votre place dans le programme « {{programme}} », rentrée du {{start}}. Bienvenue.",
      textOpen: "L’{{university}} confirme votre place dans le programme « {{programme}} ». Le jour de la rentrée reste à confirmer.",
    },
    conditionsUnmet: {
      subject: "Les conditions de l’offre n’ont pas été remplies : {{programme}}",
      title: "Conditions non remplies",
      text: "L’{{university}} vous gardait une place dans le programme « {{programme}} ». Ses conditions n’ont pas été remplies : elle ne peut plus être gardée.",
      ask: "Si cela vous semble inexact, écrivez au service des admissions : une personne vous lira.",
    },
    placeDeferred: {
      subject: "Votre rentrée est reportée : {{programme}}",
      title: "Votre rentrée est reportée",
      text: "L’{{university}} garde votre place dans le programme « {{programme}} » pour une rentrée suivante : {{start}}.",
      textOpen:
        "L’{{university}} garde votre place dans le programme « {{programme}} » pour une rentrée suivante. Son jour reste à confirmer.",
    },
    offerMade: {
      subject: "Une offre de {{university}} : {{programme}}",
      title: "Vous avez une offre",
      text: "L’{{university}} vous offre une place dans le programme « {{programme}} », rentrée du {{start}}. Bravo.",
      answerBy: "Répondez avant le {{date}}, heure du Maroc. Après, l’offre prend fin.",
      act: "Voir l’offre et répondre",
    },
    choiceRefused: {
      subject: "La réponse de {{university}} : {{programme}}",
      title: "Pas d’offre cette fois",
      text: "L’{{university}} a lu votre dossier pour « {{programme}} » et ne vous offre pas de place cette fois. Merci du travail que vous y avez mis.",
      alone: "Cette réponse ne concerne que ce choix.",
      act: "Voir ma candidature",
    },
    offerAccepted: {
      subject: "Vous avez accepté l’offre : {{programme}}",
      title: "Vous avez accepté",
      text: "L’{{university}} vous garde une place dans le programme « {{programme}} », rentrée du {{start}}.",
      others: "Vos autres choix ont été libérés, pour que leurs places aillent à d’autres.",
      act: "Voir ma candidature",
    },
    offerLapsed: {
      subject: "L’offre a pris fin : {{programme}}",
      title: "L’offre a pris fin",
      text: "L’{{university}} vous gardait une place dans le programme « {{programme}} » jusqu’au {{date}}, heure du Maroc. Sans réponse de votre part, l’offre a pris fin.",
      ask: "Si quelque chose vous a empêché de répondre, écrivez au service des admissions : une personne vous lira.",
      act: "Voir ma candidature",
    },
  },
} satisfies Translation<typeof import("../en/admissions.ts").default>
