export default {
  "sending-other": "A sending was made by this key before, with another content. Use a new key for another one.",
  "programme-unknown": "This programme is not on our list any more. Ask your question without it: both universities read it.",
  "nothing-to-undo": "There is nothing of yours to undo here: it moved on, or 72 hours have passed.",
  "owner-elsewhere": "Choose a colleague of your university who does this work.",
  "close-reason": "Say why you close it.",
}
