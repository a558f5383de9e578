import type { TFunction } from "i18next"
import type { LedgerMoment } from "./consent-history.ts"
import { channels, isByPhone, type Permitted, permittedBy, type SubscriptionKey, universities } from "./subscriptions.ts"

const sources = ["enquiry", "preferences", "import", "api", "kiosk", "event"] as const
const ways = ["one-click", "page", "complaint"] as const
const reasons = ["silence", "text"] as const

/** A box of the preferences page, as it stands there under the name of its channel. */
export function boxWords(t: TFunction, { university, channel, purpose }: Permitted): string {
  const named = { university: t(`common.universityShort.${university}`) }
  if (purpose === "share") return t("people.preferences.share", named)
  // What news and events are is said once, where mails are chosen.
  return t(isByPhone(channel) ? `people.preferences.${purpose}Of` : `people.preferences.${purpose}`, named)
}

/** Keys in words, a line for each channel: `E-mail: Al Akhawayn (news, events), UM6P (news)`. */
export function keyLines(t: TFunction, keys: readonly SubscriptionKey[]): string[] {
  const permitted = keys.flatMap((key) => permittedBy(key) ?? [])
  const lines = channels.flatMap((channel) => {
    const parts = universities.flatMap((university) => {
      const purposes = permitted.filter((one) => one.channel === channel && one.university === university && one.purpose !== "share")
      if (purposes.length === 0) return []
      return [
        t("people.ledger.of", {
          university: t(`common.universityShort.${university}`),
          purposes: purposes.map(({ purpose }) => t(`people.ledger.purpose.${purpose}`)).join(" · "),
        }),
      ]
    })
    return parts.length === 0 ? [] : [t("people.ledger.line", { channel: t(`people.channel.${channel}`), parts: parts.join(" · ") })]
  })
  const shared = permitted.filter(({ purpose }) => purpose === "share")
  return [
    ...lines,
    ...shared.map(({ university }) => t("people.preferences.share", { university: t(`common.universityShort.${university}`) })),
  ]
}

/** What happened in a moment of the ledger. */
export function momentWords(t: TFunction, { kind, how }: LedgerMoment): string {
  if (kind === "given") return t(`people.ledger.given.${sources.find((one) => how.startsWith(one)) ?? "other"}`)
  if (kind === "woken") return t("people.ledger.woken")
  if (kind === "expired") return t(`people.ledger.expired.${reasons.find((one) => one === how) ?? "silence"}`)
  return t(`people.ledger.withdrawn.${ways.find((one) => one === how) ?? "page"}`)
}
