export default {
  wrong: "This code and this PIN do not open a kiosk. Look at both again, or ask the outreach desk.",
  "tries-too-many": "Too many wrong tries. Try again in {{minutes}} min.",
  "too-late": "This event is over for more than two weeks.",
  "token-missing": "This address is for tablets that a desk has set up.",
  "token-ended": "The desk has ended this tablet, or its time is over.",
  "entry-unread": "The desk cannot read this entry. Look at each field, then save it again.",
  pass: "This entry was not made on this tablet.",
  "pass-used": "Somebody has gone on with this sign already.",
}
