export default {
  "merge-field": "“{{name}}” is none of the fields a message can use. Use given_name, family_name, country or university.",
  "merge-broken":
    "The curly brackets do not close, or hold more than a field. Write for example given_name between two of them on each side.",
  "language-missing_one":
    "{{count}} person of the audience reads {{language}}, and the message is not written in it. Write it, or narrow the group.",
  "language-missing_other":
    "{{count}} people of the audience read {{language}}, and the message is not written in it. Write it, or narrow the group.",
  nobody: "Nobody would get this campaign. Widen the group.",
  "needs-approval": "A joint campaign needs the approval of a head of the other university first.",
  "own-needs-none": "A campaign of one university needs no approval.",
  "edited-meanwhile": "Somebody edited this campaign after you opened it. Read what it says now, then approve it.",
  "on-its-way": "The campaign is on its way and can no longer be changed.",
  "message-missing": "Nothing is written in this language yet.",
  "bad-signature": "This message does not carry the mail service's signature.",
  "no-own-address": "There is no e-mail address in your own record to send the test to.",
}
