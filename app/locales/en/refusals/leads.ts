export default {
  "programme-unknown": "This programme is not on our list any more. Ask your question without it: both universities read it.",
}
