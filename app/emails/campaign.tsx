import { Link, Text } from "@react-email/components"
import { z } from "zod"
import { CampaignBody } from "./layout/campaign-body.tsx"
import { defineMail } from "./define-mail.ts"
import { Letter, linkStyle } from "./layout/letter.tsx"

/** A message of a campaign as its reader gets it. The unsubscribe page is one person's own. */
export const campaign = defineMail({
  schema: z.object({
    owner: z.enum(["AUI", "UM6P", "JOINT"]),
    subject: z.string(),
    body: z.string(),
    unsubscribePage: z.string(),
  }),
  subject: ({ subject }) => subject,
  body: ({ owner, subject, body, unsubscribePage }, context) => (
    <Letter context={context} preview={subject} title={subject}>
      <CampaignBody body={body} />
      <Text style={{ color: "#55635b", fontSize: "14px", margin: "26px 0 0" }}>
        {context.t(`campaigns.mail.why.${owner}`)}{" "}
        <Link href={unsubscribePage} style={linkStyle}>
          {context.t("campaigns.mail.unsubscribe")}
        </Link>
      </Text>
    </Letter>
  ),
})
