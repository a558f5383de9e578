/** Fees: what the mails say of them. */
export default {
  /** What stands on the gateway's page and on the receipt. */
  label: "Application fee: {{programme}}, {{university}}",
  mail: {
    waiverGranted: {
      subject: "Your fee is waived: {{programme}}",
      title: "Nothing to pay",
      text: "{{university}} waives the fee of {{amount}} for {{programme}}. You have nothing to pay.",
    },
    waiverRefused: {
      subject: "The answer to your waiver request: {{programme}}",
      title: "The fee stays",
      text: "{{university}} keeps the fee of {{amount}} for {{programme}}. Your application stays as it is, and is read like any other.",
    },
    answer: "The university writes:",
    act: "See the fee",
    received: {
      subject: "We have received your payment: {{programme}}",
      title: "Payment received",
      text: "We have received {{amount}} for your application to {{programme}} at {{university}}. Keep this mail as your receipt.",
    },
  },
}
