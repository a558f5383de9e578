/** What the service worker says, sent to each phone with it, so short; and the offer to keep the questions. */
export default {
  title: "No network",
  text: "This page is not kept on this phone.",
  open: "Pages that open without a network",
  again: "Try again",
  kept: "There is no network, or it is very slow. This is the page as it was kept on this phone on {{date}}.",
  waitingTitle: "Kept on this phone, not sent yet",
  waitingText:
    "It leaves by itself when the network is back, or when you next open this site. You will see here that it was sent, and your reference.",
  waiting: "What you wrote waits on this phone: it is not sent yet.",
  sent: "What you wrote without a network has been sent.",
  see: "Your reference",
  refused: "What you wrote without a network could not be taken as it is.",
  mend: "See and correct",
  drop: "Throw away",
  questions: "Keep the questions on this phone",
  questionsSize: "Keep them: {{size}} KB of your bundle",
  questionsDone: "The questions and answers are kept on this phone: they open without a network.",
  questionsNone: "There is no network now. Nothing was kept.",
}
