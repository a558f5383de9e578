import { expect, signInCandidate, test, wordsIn } from "./fixtures.ts"

/* A session that ends while somebody writes. Scripts are off: what is typed travels in plain forms. */
test.use({ javaScriptEnabled: false })

test("a session that ends in the middle of a long text loses none of it", async ({ page, app, context }) => {
  const t = wordsIn("ar")
  const email = "writer@example.com"
  await signInCandidate(page, app, "ar", email)
  await page.goto("/ar/apply")
  await page.getByRole("button", { name: t("apply.start.button") }).click()
  await page.goto("/ar/apply/motivation")
  const words = `${'لماذا هذا البرنامج؟ <b> & "هنا". '.repeat(60)}\n\nسطر آخر.`
  await page.getByLabel(t("apply.motivation.label")).fill(words)
  await context.clearCookies()
  await page.getByRole("button", { name: t("apply.saveOnly") }).click()

  await expect(page.getByText(t("people.kept.ended"))).toBeVisible()
  await page.getByLabel(t("people.signIn.email")).fill("no address")
  await page.getByRole("button", { name: t("people.signIn.send") }).click()
  await expect(page.getByRole("alert")).toBeVisible()
  await page.getByLabel(t("people.signIn.email")).fill("wrong@example.com")
  await page.getByRole("button", { name: t("people.signIn.send") }).click()
  await page.getByRole("button", { name: t("people.code.other") }).click()
  const known = await app.outbox.to(email, "sign-in-code")
  await page.getByLabel(t("people.signIn.email")).fill(email)
  await page.getByRole("button", { name: t("people.signIn.send") }).click()
  await page.getByLabel(t("people.code.code")).fill("12")
  await page.getByRole("button", { name: t("people.code.enter") }).click()
  await expect(page.getByRole("alert")).toBeVisible()
  const mail = await app.outbox.next(email, "sign-in-code", known)
  await page.getByLabel(t("people.code.code")).fill(/\b\d{6}\b/.exec(mail.text)?.[0] ?? "")
  await page.getByRole("button", { name: t("people.code.enter") }).click()
  await page.getByRole("button", { name: t("people.kept.button") }).click()

  await page.goto("/ar/apply/motivation")
  await expect(page.getByLabel(t("apply.motivation.label"))).toHaveValue(words)
})

test("whoever was about to answer an offer is asked again after signing in", async ({ page }) => {
  const response = await page.request.post("/fr/apply/choices/00000000-0000-7000-8000-0000000000ff/accept", { maxRedirects: 0 })
  expect(response.status()).toBe(302)
  expect(response.headers()["location"]).toBe(
    `/fr/apply/sign-in?next=${encodeURIComponent("/fr/apply/choices/00000000-0000-7000-8000-0000000000ff/accept")}`,
  )
})
