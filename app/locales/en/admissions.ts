/** Decisions and answers: what the candidate reads of them, on the page and by mail, and what the desk chooses from. */
export default {
  /** Every offer carries this sentence: documents are asked for after it. */
  conditional:
    "This offer is conditional on your documents: the university asks for them after you accept, and checks them before your place is confirmed.",
  reasonGroup: {
    entry: "Entry requirements",
    file: "The file",
    places: "Places",
    programme: "The programme",
  },
  /** label: at the desk; sentence: to the candidate. */
  reason: {
    entry: {
      result: {
        label: "Result below what is asked",
        sentence: "For this programme, the university asks for a higher result in your diploma.",
      },
      subjects: {
        label: "Subjects missing from the diploma",
        sentence: "This programme builds on subjects that your diploma does not include.",
      },
      language: {
        label: "Level in the language of teaching",
        sentence: "For this programme, the university asks for a higher level in the language of teaching.",
      },
      level: {
        label: "Diploma of another level",
        sentence: "This programme asks for a diploma of another level than the one you gave.",
      },
    },
    file: {
      incomplete: {
        label: "Not enough to decide in favour",
        sentence: "Your file did not say enough for the university to offer you a place.",
      },
      unconfirmed: {
        label: "Diploma could not be confirmed",
        sentence: "The university could not confirm the diploma you gave.",
      },
    },
    places: {
      full: {
        label: "All places are taken",
        sentence: "All places of this intake are taken.",
      },
      ranking: {
        label: "Others were placed before",
        sentence: "There were more good applications than places, and others were placed before yours.",
      },
    },
    programme: {
      fit: {
        label: "Project does not fit the programme",
        sentence: "What you wish to study is not what this programme teaches.",
      },
      notOpening: {
        label: "The intake does not open",
        sentence: "This intake does not open this time.",
      },
    },
  },
  nextStep: {
    otherProgramme: {
      label: "Look at another programme",
      sentence: "Your next step: look at the other programmes of both universities. One of them may fit your diploma better.",
    },
    nextYear: {
      label: "Apply again next year",
      sentence: "Your next step: apply again for the next admission year. What you wrote stays here, ready for you.",
    },
    finishDiploma: {
      label: "Finish the diploma first",
      sentence: "Your next step: finish your diploma, then apply again with its result.",
    },
    improveLanguage: {
      label: "Raise the language level first",
      sentence: "Your next step: raise your level in the language of teaching and take a test, then apply again.",
    },
    fillFile: {
      label: "Say more in the file",
      sentence: "Your next step: apply again with every section filled in, above all education and motivation.",
    },
    ask: {
      label: "Write to the admissions office",
      sentence: "Your next step: write to the admissions office. A person reads your question and answers it.",
    },
  },
  mail: {
    greeting: "Hello {{name}},",
    universityAdds: "The university adds:",
    conditions: "Conditions of this offer:",
    words: "The university writes:",
    act: "See my application",
    infoRequested: {
      subject: "{{university}} needs something more: {{programme}}",
      title: "Something more is needed",
      text: "{{university}} is reading your file for {{programme}} and asks you for something more.",
      until: "Answer on your page by {{date}}, Morocco time. If you cannot by then, say so there.",
      act: "Answer",
    },
    interviewSet: {
      subject: "An interview with {{university}}: {{programme}}",
      title: "An interview",
      newTitle: "Your interview has another time",
      text: "{{university}} would like to talk with you about {{programme}}.",
      newText: "{{university}} has set another time for your interview about {{programme}}. The time of the earlier mail no longer holds.",
      morocco: "{{moment}} in Morocco",
      yours: "{{moment}} in {{country}}",
      place: "Where, or how:",
      cannot: "If you cannot come then, answer the admissions office as soon as you can.",
    },
    choiceWaitlisted: {
      subject: "The waiting list of {{university}}: {{programme}}",
      title: "You are on the waiting list",
      text: "{{university}} has read your file for {{programme}}. All places are promised now; if one comes free, it can still be offered to you.",
      wait: "You need do nothing. If you accept a place elsewhere, this wait ends by itself.",
    },
    waitingEnded: {
      subject: "The waiting list has ended: {{programme}}",
      title: "The waiting list has ended",
      text: "No place came free for you at {{university}} in {{programme}}, and the waiting list has ended for you. Thank you for your patience.",
    },
    placeConfirmed: {
      subject: "Your place is confirmed: {{programme}}",
      title: "Your place is confirmed",
      text: "{{university}} confirms your place in {{programme}}, starting on {{start}}. Welcome.",
      textOpen: "{{university}} confirms your place in {{programme}}. The day your studies begin is still to be confirmed.",
    },
    conditionsUnmet: {
      subject: "The conditions of the offer were not met: {{programme}}",
      title: "Conditions not met",
      text: "{{university}} kept a place for you in {{programme}}. Its conditions were not met, so it can no longer be kept.",
      ask: "If this seems wrong to you, write to the admissions office: a person will read it.",
    },
    placeDeferred: {
      subject: "Your start is postponed: {{programme}}",
      title: "Your start is postponed",
      text: "{{university}} keeps your place in {{programme}} for a later start: {{start}}.",
      textOpen: "{{university}} keeps your place in {{programme}} for a later start. Its day is still to be confirmed.",
    },
    offerMade: {
      subject: "An offer from {{university}}: {{programme}}",
      title: "You have an offer",
      text: "{{university}} offers you a place in {{programme}}, starting on {{start}}. Well done.",
      answerBy: "Answer by {{date}}, Morocco time. After that the offer ends.",
      act: "See the offer and answer",
    },
    choiceRefused: {
      subject: "The answer of {{university}}: {{programme}}",
      title: "No offer this time",
      text: "{{university}} has read your file for {{programme}} and does not offer you a place this time. Thank you for the work you put into it.",
      alone: "This answer is about this choice alone.",
      act: "See my application",
    },
    offerAccepted: {
      subject: "You accepted the offer: {{programme}}",
      title: "You accepted",
      text: "{{university}} keeps a place for you in {{programme}}, starting on {{start}}.",
      others: "Your other choices have been released, so that their places go to other candidates.",
      act: "See my application",
    },
    offerLapsed: {
      subject: "The offer has ended: {{programme}}",
      title: "The offer has ended",
      text: "{{university}} kept a place for you in {{programme}} until {{date}}, Morocco time. No answer reached us, so the offer has ended.",
      ask: "If something kept you from answering, write to the admissions office: a person will read it.",
      act: "See my application",
    },
  },
}
