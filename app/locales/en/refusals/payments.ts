export default {
  "not-found": "There is no such fee here.",
  "not-available": "Paying online is not open at the moment. Your application is safe without it; ask for a waiver or come back later.",
  "gateway-down":
    "The payment service does not answer at the moment. Nothing was charged, and your application is safe. Try again in an hour.",
  "already-paid": "This fee is paid. Nothing more to do.",
  "nothing-due": "There is nothing to pay here now.",
  "waiver-asked-before":
    "You have asked for a waiver before, and the answer stands. Write to the admissions office if your situation has changed.",
  "bad-signature": "This notice does not carry the signature of the payment service.",
}
