export default {
  preferences: "What we may send you: choose, or stop",
  signInCode: {
    subject: "{{code}} is your Rihla code",
    title: "Your code",
    use: "Type it on the page that asked for it. It works once, for {{minutes}} minutes.",
    notYou: "If you did not ask for it, do nothing: nobody can sign in without it. Never give it to anybody, not even to us.",
  },
}
