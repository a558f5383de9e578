import { expect, test, webhookSecrets } from "../fixtures.ts"
import { deskOf, sendCampaign } from "../staff.ts"
import { signedResendEvent } from "../stand-ins/resend.ts"

test("what became of a campaign's mails stands in its report, once, and only when its sender signed it", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "campaigns@aui.example")
  const subject = "News of the mails"
  await sendCampaign(page, t, { name: "Mail news", language: "fr", country: "SN", subject, body: "{{given_name}} ✓" })
  const copies = () => app.resend.sent.filter((message) => message.subject === subject)
  await expect.poll(() => copies().length).toBeGreaterThan(0)
  const [first, second, third] = copies()
  if (first === undefined || second === undefined || third === undefined) throw new Error("The campaign has not three readers")

  const post = ({ body, headers }: ReturnType<typeof signedResendEvent>) =>
    fetch(`${app.url}/hooks/resend`, { method: "POST", body, headers }).then(({ status }) => status)
  const news = (type: string, copy: typeof first) =>
    signedResendEvent(webhookSecrets.resend, {
      type,
      data: { email_id: copy.id, tags: copy.tags, ...(type === "email.bounced" ? { bounce: { type: "Permanent" } } : {}) },
    })
  const count = async (key: string) => {
    await page.reload()
    return page.locator(`[data-count=${key}] b`).innerText()
  }

  const forged = news("email.complained", first)
  expect(await post({ ...forged, body: forged.body.replace("complained", "delivered") })).toBe(400)
  expect(await count("complained")).toBe("0")
  const delivered = news("email.delivered", first)
  for (const event of [delivered, delivered, news("email.bounced", second), news("email.complained", third)])
    expect(await post(event)).toBe(200)
  for (const key of ["delivered", "bounced", "complained"]) expect(await count(key), key).toBe("1")
  await page.context().close()
})
