import { expect, test } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

test("a head gives a partner a key, whose program hands over a candidate, and ends it", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "head@um6p.example")
  await page.goto("/desk/partners")
  await page.getByRole("textbox", { name: t("partners.partner") }).fill("Campus Mali")
  await page.getByRole("button", { name: t("partners.save") }).click()
  const shown = page.getByRole("status").filter({ hasText: t("partners.newText") })
  await expect(shown).toContainText("Campus Mali")
  const key = /rihla_[\w-]+/.exec(await shown.innerText())?.[0] ?? ""
  const row = page.getByRole("row", { name: /Campus Mali/ })
  await expect(row).toContainText(t("partners.never"))

  const post = () =>
    fetch(`${app.url}/api/v1/leads`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "accept-language": "ar",
        "sec-fetch-site": "cross-site",
      },
      body: JSON.stringify({ firstName: "Oumou", lastName: "Sangaré", email: "oumou.api@example.org", country: "ML", language: "fr" }),
    })
  const taken = await post()
  expect([taken.status, taken.headers.get("set-cookie"), taken.headers.get("ratelimit")]).toEqual([201, null, '"key";r=119;t=1'])
  expect(await taken.json()).toMatchObject({ answeredBy: "mail" })
  await app.outbox.next("oumou.api@example.org", "enquiry-made")
  await page.goto("/desk/leads?q=oumou.api@example.org")
  await expect(page.getByText("Oumou").first()).toBeVisible()

  await page.goto("/desk/partners")
  await expect(page.getByText(key)).toBeHidden()
  await expect(row).not.toContainText(t("partners.never"))
  await row.getByRole("button", { name: t("partners.revoke") }).click()
  await expect(row).toContainText(t("partners.revoked"))
  const refused = await post()
  expect([refused.status, refused.headers.get("content-type")]).toEqual([401, "application/problem+json"])
  await page.context().close()
})

test("a partner's program that errs is told where, by a problem for each; what it repeats is answered the same", async ({
  browser,
  app,
}) => {
  const { page, t } = await deskOf(browser, app, "head@aui.example")
  await page.goto("/desk/partners")
  const keyFor = async (partner: string, isReader: boolean) => {
    await page.getByRole("textbox", { name: t("partners.partner") }).fill(partner)
    await page.getByRole("checkbox", { name: t("partners.scope.leads.write") }).setChecked(!isReader)
    await page.getByRole("checkbox", { name: t("partners.scope.programmes.read") }).setChecked(isReader)
    await page.getByRole("button", { name: t("partners.save") }).click()
    const shown = page.getByRole("status").filter({ hasText: partner })
    await expect(shown).toContainText(t("partners.newText"))
    return /rihla_[\w-]+/.exec(await shown.innerText())?.[0] ?? ""
  }
  const writer = await keyFor("Salon writer", false)
  const reader = await keyFor("Salon reader", true)
  const someone = { firstName: "Awa", lastName: "Diop", email: "awa.errs@example.org", country: "SN", language: "fr" }
  const post = async (key: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${app.url}/api/v1/leads`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "accept-language": "en", ...headers },
      body,
      duplex: "half",
    } as RequestInit)
    const { status } = answer
    return {
      status,
      headers: answer.headers,
      isProblem: answer.headers.get("content-type") === "application/problem+json",
      body: await answer.json(),
    }
  }

  expect(await post("rihla_none", JSON.stringify(someone))).toMatchObject({ status: 401, isProblem: true })
  expect(await post(reader, JSON.stringify(someone))).toMatchObject({
    status: 403,
    isProblem: true,
    body: { code: "partners.scope-missing" },
  })
  expect(await post(writer, JSON.stringify({ ...someone, sex: "f" }))).toMatchObject({
    status: 400,
    isProblem: true,
    body: { errors: [{ pointer: "#/sex", code: "partners.unknown-field" }] },
  })
  const first = await post(writer, JSON.stringify(someone), { "idempotency-key": "row-1" })
  const again = await post(writer, JSON.stringify(someone), { "idempotency-key": "row-1" })
  expect([first.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([201, 201, "true"])
  expect(again.body).toEqual(first.body)

  const megabyte = JSON.stringify({ ...someone, message: "a".repeat(1024 * 1024) })
  const streamed = () => new Blob([megabyte]).stream()
  for (const body of [megabyte, streamed()])
    expect(await post(writer, body)).toMatchObject({ status: 413, isProblem: true, body: { code: "partners.too-large" } })

  const pace = await Promise.all(
    Array.from({ length: 140 }, () =>
      fetch(`${app.url}/api/v1/programmes?limit=1`, { headers: { authorization: `Bearer ${reader}` } }).then(async (answer) => {
        await answer.arrayBuffer()
        return [answer.status, Number(answer.headers.get("retry-after"))] as const
      }),
    ),
  )
  const late = pace.filter(([status]) => status === 429)
  expect(late.length).toBeGreaterThan(0)
  expect(late.every(([, seconds]) => seconds >= 1 && seconds <= 60)).toBe(true)
  await page.context().close()
})
