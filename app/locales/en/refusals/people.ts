export default {
  "codes-too-many": "Three codes went to this address within the hour. Use the newest one, or ask again in {{minutes}} min.",
  "tries-too-many": "Too many wrong codes for this address today. To keep it safe it rests for a day; then ask for a new code.",
  "code-shape": "Type the six digits of the code.",
  "code-wrong": "This is not the code, or its time is over. Look at the digits again, or ask for a new one.",
  "link-old": "This link does not work any more. Copy the whole link from the mail, or write to us again.",
  "guardian-contact-missing": "Give an e-mail address or a phone number of this adult, so that we can ask them.",
  "guardian-own-address": "This is your own address. Give one that the adult reads.",
  "guardian-mails-too-many": "Three mails went to this adult today. Ask them to look in “spam”, or try again tomorrow.",
  "guardian-not-found": "This guardian belongs to nobody at your university.",
  "staff-university": "Choose the university this role is for.",
  "staff-exists": "Somebody with this e-mail already has an active role. End that role first.",
  "own-staff": "You cannot end your own role; another administrator can.",
}
