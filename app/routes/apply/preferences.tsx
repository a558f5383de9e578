import { useTranslation } from "react-i18next"
import { z } from "zod"
import { boxWords, keyLines, momentWords } from "#app/domain/people/consent-words.ts"
import { findPreferences } from "#app/domain/people/preferences-queries.server.ts"
import { savePreferences } from "#app/domain/people/save-preferences.server.ts"
import { channels, permittedBy, subscriptionKeys } from "#app/domain/people/subscriptions.ts"
import { Ledger } from "#app/domain/people/ui/ledger.tsx"
import { OldLink } from "#app/domain/people/ui/old-link.tsx"
import { boxField, choicesField, textField } from "#app/platform/fields.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { Choices, PostForm, Submit, TextField } from "#app/ui/form.tsx"
import { dayText, moroccoZone } from "#app/ui/moment.ts"
import { Rich } from "#app/ui/rich.tsx"
import type { Route } from "./+types/preferences"

const keys = z.array(z.enum(subscriptionKeys))
const ticks = choicesField(["", ...subscriptionKeys])

const preferencesForm = z
  .object({
    email: ticks,
    whatsapp: ticks,
    sms: ticks,
    call: ticks,
    share: ticks,
    /** What the page showed as given: only that is withdrawn by taking its tick away. */
    shown: ticks,
    phone: textField({ max: 40 }),
    nothing: boxField(),
  })
  .transform(({ shown, phone, nothing, ...boxes }) => ({
    shown: keys.parse(nothing ? subscriptionKeys : shown),
    wanted: keys.parse(nothing ? [] : Object.values(boxes).flat()),
    phone,
  }))

const groups = [...channels, "share"] as const
type Group = (typeof groups)[number]

function keysOf(group: Group) {
  return subscriptionKeys.filter((key) => {
    const permitted = permittedBy(key)
    return permitted?.purpose === "share" ? group === "share" : permitted?.channel === group
  })
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const { t, language } = ctx
  const preferences = await findPreferences(ctx, params.token)
  return {
    language,
    preferences,
    history: (preferences?.history ?? []).map((moment, place) => ({
      id: String(place),
      at: dayText(language, moment.at, moroccoZone),
      words: momentWords(t, moment),
      lines: keyLines(t, moment.keys),
      texts: [],
    })),
    isSaved: new URL(request.url).searchParams.has("saved"),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const form = await readForm(request, preferencesForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await savePreferences(ctx, { token: params.token, ...form.value })
  return outcome.refused ? replyRefusal(form.typed, outcome.refused) : redirect(`/${ctx.language}/preferences/${params.token}?saved`)
}

export default function Preferences({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, preferences, history, isSaved } = loaderData
  if (preferences === null) return <OldLink language={language} />
  const { on, asleep, phone } = preferences
  const titleOf = (group: Group) => (group === "share" ? t("people.preferences.shareTitle") : t(`people.channel.${group}`))
  const helpOf = (group: Group) => {
    const sleeps = asleep.some((key) => keysOf(group).includes(key))
    if (group === "share") return undefined
    if (group === "email") return sleeps ? t("people.preferences.asleepMail") : undefined
    return `${t(`people.preferences.help.${group}`)} ${sleeps ? t("people.preferences.asleep") : ""}`.trim()
  }
  return (
    <div className="page">
      <title>{`${t("people.preferences.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.preferences.title")}</h1>
      {isSaved ? (
        <p className="done" role="status">
          {t(on.length === 0 ? "people.preferences.stopped" : "people.preferences.saved")}
        </p>
      ) : null}
      <p className="lead">{t("people.preferences.lead")}</p>
      {preferences.address === null ? null : (
        <p>
          <Rich text={t("people.preferences.address", { email: preferences.address })} parts={[(inner) => <bdi dir="ltr">{inner}</bdi>]} />
          {phone === null ? null : (
            <>
              <br />
              {t("people.preferences.toPhone", { end: phone.end })}
            </>
          )}
        </p>
      )}
      <PostForm reply={actionData} labels={{ phone: t("people.preferences.phone") }}>
        {on.map((key) => (
          <input key={key} type="hidden" name="shown" value={key} />
        ))}
        {groups.map((group) => (
          <Choices
            key={group}
            kind="checkbox"
            name={group}
            label={titleOf(group)}
            help={helpOf(group)}
            values={[...on]}
            options={keysOf(group).flatMap((key) => {
              const permitted = permittedBy(key)
              return permitted === null ? [] : [{ value: key, label: boxWords(t, permitted) }]
            })}
          />
        ))}
        {phone === null ? (
          <TextField
            name="phone"
            type="tel"
            label={t("people.preferences.phone")}
            help={t("people.preferences.phoneHelp")}
            autoComplete="tel"
            dir="ltr"
            isOptional
          />
        ) : null}
        {preferences.isMinor ? <p className="note">{t("people.preferences.minor")}</p> : null}
        <div>
          <Submit>{t("people.preferences.save")}</Submit>
        </div>
        <div>
          <Submit isQuiet name="nothing" value="yes">
            {t("people.preferences.nothing")}
          </Submit>
          <p className="quiet-text">{t("people.preferences.nothingHelp")}</p>
        </div>
      </PostForm>
      {history.length === 0 ? null : (
        <>
          <h2>{t("people.preferences.history")}</h2>
          <Ledger moments={history} />
        </>
      )}
    </div>
  )
}
