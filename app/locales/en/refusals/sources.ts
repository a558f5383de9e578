export default {
  "event-missing": "Choose a published event of your university.",
  "code-shape": "Write 3 to 24 letters and digits with a dash between words, for example DAKAR-26, or leave it empty.",
  "code-taken": "This code is taken. Choose another one, or leave it empty: we draw one.",
}
