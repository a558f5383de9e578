/** What the service worker says; sent to each phone with it, so short. */
export default {
  title: "No network",
  text: "This page is not kept on this phone, so it cannot open now.",
  open: "Pages that open without a network",
  again: "Try again",
  kept: "There is no network, or it is very slow. This is the page as it was kept on this phone on {{date}}.",
}
