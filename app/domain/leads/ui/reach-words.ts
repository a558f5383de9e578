import type { TFunction } from "i18next"
import type { University } from "#app/platform/prisma-client/enums.ts"

type Asked = {
  name: string
  officer: string
  university: University
  /** Of their last enquiry; null when they never made one. */
  reference: string | null
  contacts: readonly { kind: "email" | "phone"; value: string; typed: string }[]
}

/** Addresses that open a call, a chat or a mail, with what is to be said first, in the language of `t`: the candidate's. */
export function reachWords(t: TFunction, { name, officer, university, reference, contacts }: Asked) {
  const named = { name, officer, university: t(`common.university.${university}`) }
  const hello = reference === null ? t("deskWork.contact.helloPlain", named) : t("deskWork.contact.hello", { ...named, reference })
  const subject =
    reference === null
      ? t("deskWork.contact.subjectPlain", { university: named.university })
      : t("deskWork.contact.subject", { university: named.university, reference })
  const phones = contacts.filter(({ kind }) => kind === "phone").map(({ value }) => value)
  return {
    hello,
    calls: phones,
    chats: phones.map((number) => ({ number, href: `https://wa.me/${number.replace(/\D/g, "")}?text=${encodeURIComponent(hello)}` })),
    mails: contacts
      .filter(({ kind }) => kind === "email")
      .map(({ typed }) => ({
        address: typed,
        href: `mailto:${encodeURIComponent(typed).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(hello)}`,
      })),
  }
}

export type Reach = ReturnType<typeof reachWords>
