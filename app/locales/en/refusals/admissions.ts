export default {
  "choice-not-found": "There is no such choice here.",
  "answer-by-soon": "Give the candidate at least {{days}} days to answer.",
  "answer-by-far": "An offer stands for at most {{days}} days.",
  "decision-released": "The candidate has been told already, so this decision stands.",
  "decision-not-yours": "Whoever decided may take it back, and the head of admissions may.",
  "offer-ended":
    "This offer has ended: its last day to answer has passed. Write to the admissions office if something kept you from answering.",
  "already-accepted":
    "You have accepted another offer, and a candidate holds one place at a time. To change, withdraw from that one first.",
  "guardian-needed":
    "Where you live, a guardian accepts together with you. Ask your guardian to confirm by the link we mail to them, then accept.",
  "undo-ended": "A decline can be taken back for {{hours}} hours; that time has passed. Write to the admissions office.",
  "decision-leaving": "The answer before this one has not left yet. Take it back or send it first.",
  "until-past": "Give a day that is still to come.",
  "until-far": "Give a day within {{days}} days.",
  "interview-past": "Give a time that is still to come.",
  "interview-far": "Give a time within {{days}} days.",
  "request-over":
    "The university has gone on in the meantime and waits for nothing now. If you still have something to say, write to the admissions office.",
  "intake-not-later": "Choose a later intake of this programme, or say in words what is known.",
}
