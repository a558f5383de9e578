/** "Is this message really ours?": the page that checks it, and what it says in the foot of mails. */
export default {
  title: "Is this message really ours?",
  description:
    "Check a message in the name of Rihla, Al Akhawayn University or UM6P: paste its code, an address, a link or a phone number. How to know a false one.",
  lead: "Somebody wrote to you in our name? Paste a code, an e-mail address, a link or a phone number. We say at once whether it is ours, and ask nothing about you.",
  what: "Code, address, link or phone number",
  whatHelp: "The code stands at the foot of each e-mail of ours: eight signs, like \u2066K7MX\u2011294T\u2069.",
  check: "Check",
  code: {
    yes: "Yes: this code is ours.",
    yesText: "It stands in a message that we sent in {{month}}: {{about}}, from {{university}}.",
    yesCare: "A code can be copied. If your message speaks of something else, or asks you for money, it is not ours.",
    no: "No message of ours carries this code.",
    noText:
      "Compare it once more, sign by sign. If it stands in your message exactly like this, do not answer, do not pay, and follow no link in it.",
  },
  /** Whose a message or a site is, inside a sentence. */
  house: {
    JOINT: "Rihla, the shared site of both universities",
    AUI: "Al Akhawayn University",
    UM6P: "Mohammed VI Polytechnic University (UM6P)",
  },
  about: {
    signIn: "a code to sign in with",
    enquiry: "an answer to an enquiry",
    event: "a message about an event",
    application: "a message about an application",
    guardian: "a question to a parent or guardian",
    news: "news for people who asked for it",
  },
  mistyped: "One sign of this code is wrong or missing.",
  mistypedText: "Our codes have eight signs and never 0, O, 1, I or L. Type it again as it stands at the foot of the message.",
  reference: "This is the number of an application or an enquiry.",
  referenceText: "A number proves nothing about a message. The code to check has eight signs and stands at the foot of the e-mail.",
  email: {
    sender: "Yes: our e-mails come from this address.",
    senderText: "An address can be forged. Check the code at the foot of the message too.",
    host: "Our e-mails do not come from this address, though its domain is known: {{university}}.",
    hostText: "A person who works there may write from it. An address can be forged: before you answer, ask us.",
    foreign: "No: this is not an address of ours.",
    foreignText: "Do not answer, do not pay, and follow no link in the message.",
  },
  site: {
    ours: "Yes, this site is ours: {{university}}.",
    oursText: "Type such an address yourself. What a link shows and where it leads may differ.",
    foreign: "No: this is not a site of ours.",
    foreignText: "Type no name, no code and no card number there, and pay nothing.",
  },
  phone: "We cannot confirm a phone number.",
  phoneText:
    "We call only people who have asked us to, and never ask for money, a code or a password by phone. No number from which we call is published here. When in doubt, hang up and write to us.",
  unclear: "We cannot tell what this is.",
  unclearText:
    "Paste the code alone, or the address alone. If it is an account of a social network, a letter or a call, ask us: a person answers.",
  addresses: "Our addresses",
  senders: "Our e-mails come from:",
  sites: "Our sites:",
  never: "What we never do",
  nevers: {
    agents: "We have no agents. Nobody can sell you a place or a scholarship.",
    money:
      "We never ask for money by phone, by WhatsApp or to a person’s account. Where there is a fee, it stands on the programme’s page, and is asked only on your own application page.",
    code: "We never ask for the code you sign in with.",
    papers: "We ask for no passport or identity number before an offer.",
  },
  paid: "If you have already paid",
  paidText:
    "Keep the message and the receipt. Tell your bank or your mobile money service at once, then the police where you live. And tell us.",
  ask: "Ask us",
  foot: "Is a message ours?",
  mail: { check: "Is this message really ours? Check it at", code: "with the code" },
}
