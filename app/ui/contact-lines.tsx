import { useTranslation } from "react-i18next"

export type Contacts = Record<"JOINT" | "AUI" | "UM6P", string>

/** The bare addresses of senders such as "UM6P <admissions@um6p.example>". */
export function contactsOf(senders: Contacts): Contacts {
  const bare = (sender: string) => /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim()
  return { JOINT: bare(senders.JOINT), AUI: bare(senders.AUI), UM6P: bare(senders.UM6P) }
}

/** Where a person answers: the alliance and each university. */
export function ContactLines({ contacts }: { contacts: Contacts }) {
  const { t } = useTranslation()
  return (
    <ul className="contacts">
      {(["JOINT", "AUI", "UM6P"] as const).map((owner) => (
        <li key={owner}>
          {owner === "JOINT" ? t("common.name") : t(`common.universityShort.${owner}`)}{" "}
          <a href={`mailto:${contacts[owner]}`} dir="ltr">
            {contacts[owner]}
          </a>
        </li>
      ))}
    </ul>
  )
}
