import { Body, Button, Container, Head, Hr, Html, Link, Preview, Section, Text } from "@react-email/components"
import type { ReactNode } from "react"
import { languageFacts } from "#app/locales/languages.ts"
import type { MailContext } from "../define-mail.ts"

const paper = "#fbf7ef"
const ink = "#17231d"
const soft = "#55635b"
const cedar = "#0d5743"
/** A link in a sentence: a shade of its own and a line below, so that neither colour nor line alone tells it. */
export const linkStyle = { color: cedar, textDecoration: "underline" }
const serif = 'Georgia, "Noto Serif", "Noto Naskh Arabic", serif'
const sans = 'system-ui, Roboto, "Noto Sans", "Noto Sans Arabic", Arial, sans-serif'

/** The frame of every mail: direction on the page and on the body, who writes, "we have no agents", and how to check it. */
export function Letter({
  context,
  preview,
  title,
  children,
}: {
  context: MailContext
  preview: string
  title: string
  children: ReactNode
}) {
  const { t, language } = context
  const direction = languageFacts[language].direction
  const lineHeight = direction === "rtl" ? "1.85" : "1.6"
  const host = context.publicUrl.replace(/^https?:\/\//, "")
  return (
    <Html lang={language} dir={direction}>
      <Head>
        <title>{title}</title>
      </Head>
      <Body dir={direction} style={{ background: paper, color: ink, fontFamily: sans, margin: 0, padding: "24px 0" }}>
        <Preview>{preview}</Preview>
        <Container dir={direction} style={{ maxWidth: "560px", padding: "0 20px", textAlign: "start" }}>
          {context.isDemo ? (
            <Text style={{ color: "#614200", background: "#f7e5bd", padding: "6px 12px", fontSize: "14px" }}>{t("common.demo")}</Text>
          ) : null}
          <Text style={{ fontFamily: serif, fontSize: "26px", lineHeight: "1.3", fontWeight: 600, margin: "12px 0" }}>{title}</Text>
          <Section style={{ fontSize: "16px", lineHeight }}>{children}</Section>
          <Hr style={{ borderColor: "#e2d9c6", margin: "28px 0 12px" }} />
          <Text style={{ color: soft, fontSize: "14px", lineHeight }}>
            {t("common.foot.noAgents")}
            <br />
            {t("common.foot.about")}{" "}
            <Link href={`${context.publicUrl}/${language}`} style={linkStyle}>
              {host}
            </Link>
            {context.preferences === null ? null : (
              <>
                <br />
                <Link href={context.preferences} style={linkStyle}>
                  {t("emails.preferences")}
                </Link>
              </>
            )}
            {context.code === null ? null : (
              <>
                <br />
                {t("trust.mail.check")}{" "}
                <Link href={`${context.publicUrl}/${language}/check`} style={linkStyle}>
                  {`${host}/${language}/check`}
                </Link>{" "}
                {t("trust.mail.code")}{" "}
                <b dir="ltr" style={{ whiteSpace: "nowrap" }}>
                  {context.code}
                </b>
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: "16px", lineHeight: "inherit", margin: "10px 0" }}>{children}</Text>
}

export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button href={href} style={{ background: cedar, color: "#ffffff", padding: "12px 22px", borderRadius: "8px", fontWeight: 600 }}>
      {children}
    </Button>
  )
}

/** A code to read or copy: large, left to right in every language. */
export function CodeLine({ code }: { code: string }) {
  return (
    <Text dir="ltr" style={{ fontSize: "34px", letterSpacing: "0.22em", fontWeight: 700, margin: "14px 0", color: cedar }}>
      {code}
    </Text>
  )
}

/** What a person wrote: set apart, its lines kept, in its own direction whatever the language of the mail. */
export function TheirWords({ intro, words }: { intro: string; words: string }) {
  return (
    <>
      <Text style={{ fontSize: "16px", lineHeight: "inherit", margin: "10px 0 4px", fontWeight: 600 }}>{intro}</Text>
      <Text dir="auto" style={{ fontSize: "16px", lineHeight: "inherit", margin: "0 0 10px", whiteSpace: "pre-line" }}>
        {words}
      </Text>
    </>
  )
}
