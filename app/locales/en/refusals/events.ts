export default {
  cancelled: "This event is cancelled: no place can be kept. Other events stand in the list.",
  past: "This event is over. Other events stand in the list.",
  full: "Every place is taken. A place that becomes free appears on this page again.",
  "ends-first": "It has to end after it begins.",
  "too-long": "An event lasts at most 15 days. Write two events, or another end.",
  "capacity-range": "Write a number of places from 1 to {{max}}, or leave it empty.",
  "link-form": "Write the whole address of the session; it begins with https://.",
  "texts-missing": "The title, the summary and the text have to stand in French, English and Arabic first.",
  "place-missing": "A fair needs its country, and its place in the three languages.",
  "link-missing": "A session online needs its link.",
  "not-begun": "Who came can be noted from half a day before the event begins.",
  "nobody-chosen": "Tick at least one person first.",
}
