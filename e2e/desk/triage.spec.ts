import { type App, expect, test } from "../fixtures.ts"
import { deskOf, sessionOf } from "../staff.ts"

/** Somebody asks a question through the form of the site. */
async function enquire(app: App, firstName: string, lastName: string): Promise<void> {
  const answer = await fetch(`${app.url}/en/enquire`, {
    method: "POST",
    headers: { origin: app.url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      firstName,
      lastName,
      email: `${firstName}.${lastName}@triage.example`.toLowerCase(),
      country: "SN",
      birthYear: "2002",
      level: "master",
      message: "When does it start?",
    }),
    redirect: "manual",
  })
  expect(answer.status).toBeLessThan(400)
}

test("two officers see who has just written, and each other, without asking again", async ({ browser, app }) => {
  const { page: one, t } = await deskOf(browser, app, "officer@aui.example")
  const { page: other, t: words } = await deskOf(browser, app, "head@aui.example")
  await one.goto("/desk/leads?need=unseen")
  await other.goto("/desk/leads?need=unseen")
  const shown = await one.locator("[data-row]").count()

  await enquire(app, "Nafissatou", "Livewire")
  const show = one.getByRole("button", { name: t("triage.live.show", { count: 1 }) })
  await expect(show).toBeVisible()
  // Nothing has moved under the reader's hand.
  expect(await one.locator("[data-row]").count()).toBe(shown)
  await one.keyboard.press("r")
  const row = one.getByRole("link", { name: /Nafissatou Livewire/ })
  await expect(row).toBeVisible()
  await expect(show).toBeHidden()

  await row.click()
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Nafissatou Livewire")
  await other.goto(new URL(one.url()).pathname)
  const nameOf = (page: typeof one) => page.locator("details.me summary bdi").textContent()
  await expect(other.getByText(words("triage.live.here", { count: 1, names: (await nameOf(one)) ?? "" }))).toBeVisible()
  await expect(one.getByText(t("triage.live.here", { count: 1, names: (await nameOf(other)) ?? "" }))).toBeVisible()
  await other.goto("/desk/leads?need=unseen")
  await expect(one.locator("p.here")).toBeEmpty()
  await one.context().close()
  await other.context().close()
})

test("who has a lead open sees what a colleague does with it, and keeps what they are typing and choosing", async ({ browser, app }) => {
  await enquire(app, "Khadidiatou", "Openpane")
  const { page: one, t } = await deskOf(browser, app, "officer@aui.example")
  const { page: other, t: words } = await deskOf(browser, app, "head@aui.example")
  await one.goto("/desk/search?q=Openpane")
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Khadidiatou Openpane")
  const lead = new URL(one.url()).pathname
  await other.goto(lead)
  await expect(one.locator("p.here")).not.toBeEmpty()

  const note = (page: typeof one, t: typeof words) => page.getByRole("textbox", { name: t("deskWork.notes.label") })
  await note(one, t).fill("I have called the")
  await one.locator("details.closing summary").click()
  const reason = one.locator("details.closing input[value=no-answer]")
  await reason.check()
  const owner = one.getByRole("combobox", { name: t("desk.owner.label") })
  const chosen = (await owner.locator("option").nth(2).getAttribute("value")) ?? ""
  await owner.selectOption(chosen)

  await other.goto(`${lead}/tags`)
  await other.getByRole("textbox", { name: words("deskWork.tags.label") }).fill("Seen beside")
  await other.getByRole("button", { name: words("deskWork.tags.save") }).click()
  await expect(one.locator("article .tag", { hasText: "Seen beside" })).toBeVisible()
  await note(other, words).fill("Their school has written.")
  await other.getByRole("button", { name: words("deskWork.notes.add") }).click()
  await expect(one.locator(".note-text", { hasText: "Their school has written." })).toBeVisible()
  await expect(note(other, words)).toHaveValue("")
  await other.getByRole("combobox", { name: words("desk.owner.label") }).selectOption({ index: 1 })
  await other.getByRole("button", { name: words("desk.owner.give") }).click()
  await other.getByRole("button", { name: words("states.lead.qualified") }).click()
  await expect(one.locator("header.who .tag")).toHaveText(t("states.lead.qualified"))

  // What one types and chooses is theirs, and is saved over what they saw: who comes second is shown both.
  await expect(note(one, t)).toHaveValue("I have called the")
  await expect(reason).toBeChecked()
  await expect(owner).toHaveValue(chosen)
  await one.getByRole("button", { name: t("desk.owner.give") }).click()
  await expect(one.getByRole("alert")).toContainText(t("deskWork.collision.title"))
  await expect(note(one, t)).toHaveValue("I have called the")
  await one.getByRole("button", { name: t("deskWork.notes.add") }).click()
  await expect(one.locator(".note-text", { hasText: "I have called the" })).toBeVisible()
  await expect(note(one, t)).toHaveValue("")

  // What is typed about one is not said of the next.
  await note(one, t).fill("Only of her")
  await other.goto(`${lead}`)
  await other.locator("details.closing summary").click()
  await other.locator("details.closing input[value=no-answer]").check()
  await other.getByRole("button", { name: words("desk.leads.closeNow") }).click()
  await expect(one.locator("header.who .tag")).toHaveText(t("states.lead.closed"))
  await expect(note(one, t)).toHaveValue("Only of her")
  await one.locator("main [data-row]:not([aria-current])").first().click()
  await expect(one.getByRole("article").getByRole("heading", { level: 1 })).not.toHaveText("Khadidiatou Openpane")
  await expect(note(one, t)).toHaveValue("")
  await one.context().close()
  await other.context().close()
})

test("who writes while a page has no line to the desk yet is told once it has, by name or with the whole", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "officer@aui.example")
  const isStream = (url: URL) => url.pathname === "/desk/live" && url.search !== ""
  await page.route(isStream, (route) => route.abort())
  const tried = page.waitForRequest((request) => isStream(new URL(request.url())))
  await page.goto("/desk/leads?need=unseen")
  await tried
  await enquire(app, "Ramatoulaye", "Between")
  await page.unroute(isStream)
  const shown = (count: number) => page.getByRole("button", { name: t("triage.live.show", { count }) })
  await expect(shown(1)).toBeVisible()

  // More has moved than is told by name: the list is read again, and says who is new in it.
  await page.route(isStream, (route) => route.abort())
  const again = page.waitForRequest((request) => isStream(new URL(request.url())))
  await page.reload()
  await again
  await enquire(app, "Coumba", "Between")
  await enquire(app, "Oumou", "Between")
  await page.route(isStream, (route) => route.fulfill({ contentType: "text/event-stream", body: 'event: leads\ndata: {"ids":null}\n\n' }))
  await expect(shown(2)).toBeVisible()
  await page.keyboard.press("r")
  await expect(page.getByRole("link", { name: /Oumou Between/ })).toBeVisible()
  await page.context().close()
})

test("by the keyboard a lead is put beside another, also where none is suggested", async ({ browser, app }) => {
  await enquire(app, "Seynabou", "Lonely")
  await enquire(app, "Rokhaya", "Different")
  const { page, t } = await deskOf(browser, app, "officer@aui.example")
  const open = async () => {
    await page.goto("/desk/search?q=Lonely")
    await expect(page.getByRole("article").getByRole("heading", { level: 1 })).toHaveText("Seynabou Lonely")
    // The keys are heard once the page's script runs.
    await expect(async () => {
      await page.keyboard.press("?")
      await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 })
    }).toPass()
    await page.keyboard.press("Escape")
    await expect(page.getByRole("dialog")).toBeHidden()
  }
  await open()
  await page.keyboard.press("2")
  await expect(page).toHaveURL(/\/desk\/leads\/[0-9a-f-]{36}\/same$/)
  await expect(page.getByRole("searchbox", { name: t("deskIdentity.byHand.label") })).toBeFocused()
  await page.keyboard.type("rokhaya")
  await page.keyboard.press("Enter")
  await page.getByRole("listitem").filter({ hasText: "Rokhaya Different" }).getByRole("button").press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: t("deskIdentity.compare") })).toBeVisible()
  // From now on the two are suggested, and the key leads to them.
  const pair = new URL(page.url()).pathname
  await open()
  await page.keyboard.press("2")
  await expect(page).toHaveURL((url) => url.pathname === pair)
  await page.context().close()
})

test("whatever view a colleague shares, everybody's desk stays open", async ({ app }) => {
  const [officer, head] = [await sessionOf(app, "officer@aui.example"), await sessionOf(app, "head@aui.example")]
  const statusOf = async (url: string) => (await head.get(url)).status()
  const keep = (form: Record<string, string>) => officer.post("/desk/leads/views", { form: { ...form, shared: "1" }, maxRedirects: 0 })
  // A need and a stage that nobody can have both, and what no column can hold.
  const nobody = ["need=late&stage=closed&order=score", "need=new&stage=contacted&q=awa", "need=late&stage=applied&place=thies"]
  for (const query of [...nobody, "source=%00", "q=a%00"]) {
    expect((await keep({ query, name: "Odd" })).status(), query).toBe(303)
    expect([query, await statusOf("/desk"), await statusOf(`/desk/leads?${query}`)]).toEqual([query, 200, 200])
    expect((await officer.post("/desk/leads/bulk", { form: { query, all: "1" } })).status(), query).toBe(200)
    expect(await statusOf(`/desk/leads/export?${query}`), query).toBe(200)
  }
  for (const query of nobody) {
    const drop = /\/desk\/leads\/views\/[0-9a-f-]{36}\/drop/.exec(await (await officer.get(`/desk/leads?${query}`)).text())?.[0]
    expect((await officer.post(drop ?? "", { maxRedirects: 0 })).status(), query).toBe(303)
  }
  expect((await keep({ query: "q=\0", name: "A\0wa", "a\0": "\0" })).headers()["location"]).toContain("no=field.control-characters")
  for (const session of [officer, head]) await session.dispose()
})

test("an officer clears sixty leads with the keyboard alone", async ({ browser, app }) => {
  // Sixty times a verb and the next lead, on a machine that others work on too.
  test.setTimeout(300_000)
  const { page } = await deskOf(browser, app, "officer@aui.example")
  const key = (name: string) => page.keyboard.press(name)
  const idHere = () => /\/leads\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ""
  await page.goto("/desk/leads")
  await expect(async () => {
    await key("j")
    await expect(page.locator("[data-row]").first()).toBeFocused({ timeout: 500 })
  }).toPass()
  await key("Enter")
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}/)
  // The address moves before the page does: until the lead is drawn, the keys are those of the one before.
  const drawn = async () => {
    const id = idHere()
    await expect(page.locator(`article [action*="${id}"]`).first()).toBeAttached()
    return id
  }
  const cleared = new Set<string>()
  while (cleared.size < 60) {
    const id = await drawn()
    cleared.add(id)
    if (cleared.size % 5 !== 0 && (await page.locator('[data-key="1"]').count()) > 0) await key("1")
    else {
      await key("3")
      await expect(page.locator("details.closing input[type=radio]").first()).toBeFocused()
      await key("ArrowDown")
      await key("Enter")
    }
    await page.waitForURL((url) => !url.pathname.endsWith(id))
  }
  // The last one is taken back, and is open again.
  const last = [...cleared].at(-1) ?? ""
  await drawn()
  await key("u")
  await page.waitForURL((url) => url.pathname.endsWith(last))
  await page.context().close()
})
