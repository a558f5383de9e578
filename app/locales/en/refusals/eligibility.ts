export default {
  "scale-missing": "Say how your degree is counted.",
  "toefl-range": "A TOEFL iBT score goes from 0 to {{max}}. Check the figure, or leave it empty.",
  "one-grade": "Write one grade, the lowest that counts.",
  "subjects-missing": "Say in how many subjects it must be reached.",
  "number-range": "Write a number from {{min}} to {{max}}.",
  "as-of": "Write a year, for example 2026, or a date, for example 2026-11-23.",
  "source-missing": "Say where it stands: only a rule that waits for the university may have no page.",
  "source-address": "Write the whole address of the page, with https://.",
  "rule-exists": "There is such a rule already, in force or as a draft. Change that one.",
}
