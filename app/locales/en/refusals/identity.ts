export default {
  "same-person": "These two are one and the same entry.",
  "merged-already": "One of them has been made one person with somebody meanwhile. Look at the list again.",
  staff: "One of them works at a desk: staff and candidates stay apart.",
  "two-readers":
    "Both sign in, by different addresses, and both have an application. Only the candidate can say which one stands: ask them to write from both addresses.",
  "keep-applicant": "One of them has an application and opens it with their own address. Keep that one.",
  "applications-clash":
    "Both have an application for the same year, and the one that would be set aside is more than a draft. Keep the other one.",
  "later-merge": "Somebody else was made one person with them later. Take that back first.",
  "separated-already": "They have been made two again already.",
}
