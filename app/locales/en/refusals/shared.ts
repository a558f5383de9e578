/** One sentence for every refusal code: what is the matter, and the way out. Keys are the codes, `area.reason`. */
export default {
  field: {
    required: "Fill in this field.",
    "too-long": "Use at most {{max}} characters; this has {{count}}.",
    "control-characters": "This holds characters that cannot be shown. Type it again by hand.",
    "no-letter": "Write a name with at least one letter, in any script.",
    choice: "Choose one of the answers offered.",
    number: "Write a number, for example {{example}}.",
    email: "Write an e-mail address such as name@example.com.",
    phone: "Write a phone number of the country you live in, or one that starts with + and the country's code.",
    "contact-missing": "Give an e-mail address or a phone number, so that we can answer.",
    "consent-phone": "For WhatsApp, SMS or a call we need your number. Write it here, or leave those boxes empty.",
    "year-range": "Write a year between {{min}} and {{max}}.",
    date: "Write a day, a month and a year that exist.",
    time: "Write hours and minutes, for example 14:30.",
    country: "Choose a country of the list.",
  },
  "changed-meanwhile": "Somebody else changed this a moment ago. What you see now is how it stands.",
  "not-allowed": "Your role does not include this.",
  "not-found": "We cannot find this at your university.",
}
