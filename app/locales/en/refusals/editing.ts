export default {
  link: "“{{link}}” is no address of a page. Write it whole, for example https://aui.ma/admission.",
  slug: "Use small letters a to z, figures and single hyphens, for example age-limit.",
  "slug-taken": "Something else already has this address. Choose another.",
  missing: "Some texts are not written yet. They are marked in the form.",
  outdated: "Some translations are of an earlier text. They are marked in the form: change them, or say that they still hold.",
  "source-needed": "An answer that calls itself published needs the page where it was read.",
  "year-needed": "Say when it was true: a year or a date.",
  range: "Write a whole number between {{min}} and {{max}}.",
  "own-hand": "You wrote a part of this. Another head reads it before readers do.",
  "not-reviewed": "It has not been reviewed yet.",
}
