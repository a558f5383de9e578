import { createContext, use, type ReactNode } from "react"

/*
 * The screens of a tablet. One is shown at a time, by the script of the page, which writes all words in the language that
 * is chosen: `data-t` names a text, `data-list` a list. Above them stands what failed, and what helpers are warned of.
 */

const Words = createContext<Record<string, string>>({})

function Screen({ id, children }: { id: string; children: ReactNode }) {
  return (
    <section id={id} className="screen" hidden>
      {children}
    </section>
  )
}

function Field({ name, help, children }: { name: string; help?: string; children: ReactNode }) {
  const w = use(Words)
  return (
    <div className="field">
      <label htmlFor={`f-${name}`} data-t={name}>
        {w[name]}
      </label>
      {help === undefined ? null : (
        <p className="help" data-t={help}>
          {w[help]}
        </p>
      )}
      <p className="wrong-why" id={`p-${name}`} hidden />
      {children}
    </div>
  )
}

function PinForm({ id, action }: { id: string; action: string }) {
  const w = use(Words)
  return (
    <form id={id} noValidate autoComplete="off">
      <Field name={`${id}-pin`}>
        <input id={`f-${id}-pin`} name="pin" type="password" inputMode="numeric" dir="ltr" autoComplete="off" required />
      </Field>
      <p className="acts">
        <button type="submit" className="btn" data-t={action}>
          {w[action]}
        </button>
      </p>
    </form>
  )
}

function SetUp() {
  const w = use(Words)
  return (
    <Screen id="setup">
      <h1 data-t="setupTitle">{w["setupTitle"]}</h1>
      <p className="lead" data-t="setupLead">
        {w["setupLead"]}
      </p>
      <form id="open" noValidate autoComplete="off">
        <Field name="open-code">
          <input id="f-open-code" name="code" dir="ltr" autoCapitalize="characters" required />
        </Field>
        <Field name="open-pin">
          <input id="f-open-pin" name="pin" type="password" inputMode="numeric" dir="ltr" required />
        </Field>
        <p className="acts">
          <button type="submit" className="btn" data-t="setupSave">
            {w["setupSave"]}
          </button>
        </p>
      </form>
    </Screen>
  )
}

function Helper() {
  const w = use(Words)
  return (
    <Screen id="helper">
      <h1 id="event">{w["name"]}</h1>
      <p id="tablet" className="lead" />
      <dl className="counts">
        {(["waiting", "sent", "mend"] as const).map((key) => (
          <div key={key}>
            <dt data-t={key}>{w[key]}</dt>
            <dd data-count={key}>0</dd>
          </div>
        ))}
      </dl>
      <p id="news" role="status" className="note" hidden />
      <p id="unread" role="status" className="note warn" hidden />
      <p className="acts">
        <button type="button" className="btn" id="begin" data-t="begin">
          {w["begin"]}
        </button>
        <button type="button" className="btn quiet" id="send" data-t="sendNow">
          {w["sendNow"]}
        </button>
        <button type="button" className="btn quiet" id="mend-next" data-t="mendNext" hidden>
          {w["mendNext"]}
        </button>
        <button type="button" className="btn quiet" id="drop-ask" data-t="drop" hidden>
          {w["drop"]}
        </button>
        <button type="button" className="btn quiet" id="lock" data-t="lock">
          {w["lock"]}
        </button>
      </p>
      <p className="quiet-text" data-t="helperText">
        {w["helperText"]}
      </p>
      <p className="quiet-text" id="ready" data-t="ready" hidden>
        {w["ready"]}
      </p>
      <p className="acts">
        <button type="button" className="btn quiet" id="leave" data-t="leave" hidden>
          {w["leave"]}
        </button>
      </p>
    </Screen>
  )
}

function Candidate() {
  const w = use(Words)
  return (
    <Screen id="candidate">
      <h1 data-t="title">{w["title"]}</h1>
      <p className="lead" data-t="lead">
        {w["lead"]}
      </p>
      <p id="problem" className="problems" role="alert" tabIndex={-1} hidden />
      <form id="entry" noValidate autoComplete="off">
        <div className="row">
          <Field name="firstName">
            <input id="f-firstName" name="firstName" dir="auto" maxLength={120} />
          </Field>
          <Field name="lastName">
            <input id="f-lastName" name="lastName" dir="auto" maxLength={120} />
          </Field>
        </div>
        <div className="row">
          <Field name="birthYear" help="birthYearHelp">
            <input id="f-birthYear" name="birthYear" inputMode="numeric" dir="ltr" maxLength={4} />
          </Field>
          <Field name="country">
            <select id="f-country" name="country" data-list="country">
              <option value="">{w["choose"]}</option>
            </select>
          </Field>
        </div>
        <p className="help" data-t="reachHelp">
          {w["reachHelp"]}
        </p>
        <div className="row">
          <Field name="email">
            <input id="f-email" name="email" type="email" dir="ltr" maxLength={254} />
          </Field>
          <Field name="phone">
            <input id="f-phone" name="phone" type="tel" dir="ltr" maxLength={40} />
          </Field>
        </div>
        <Field name="level">
          <select id="f-level" name="level" data-list="level">
            <option value="">{w["levelUnsure"]}</option>
          </select>
        </Field>
        <fieldset className="field" id="f-fields">
          <legend data-t="fields">{w["fields"]}</legend>
          <div className="choices" data-list="fields" />
        </fieldset>
        <fieldset className="field" id="guardian" hidden>
          <legend data-t="guardianTitle">{w["guardianTitle"]}</legend>
          <p className="help" data-t="guardianHelp">
            {w["guardianHelp"]}
          </p>
          <div className="row">
            <Field name="guardianName">
              <input id="f-guardianName" name="guardianName" dir="auto" maxLength={120} />
            </Field>
            <Field name="guardianRelation">
              <select id="f-guardianRelation" name="guardianRelation" data-list="guardianRelation">
                <option value="">{w["choose"]}</option>
              </select>
            </Field>
          </div>
          <div className="row">
            <Field name="guardianEmail">
              <input id="f-guardianEmail" name="guardianEmail" type="email" dir="ltr" maxLength={254} />
            </Field>
            <Field name="guardianPhone">
              <input id="f-guardianPhone" name="guardianPhone" type="tel" dir="ltr" maxLength={40} />
            </Field>
          </div>
        </fieldset>
        <fieldset className="field" id="f-consent">
          <legend data-t="consentTitle">{w["consentTitle"]}</legend>
          <p className="help" data-t="consentHelp">
            {w["consentHelp"]}
          </p>
          <div className="choices" data-list="consent" />
        </fieldset>
        <p className="quiet-text" data-t="privacy">
          {w["privacy"]}
        </p>
        <p className="acts">
          <button type="submit" className="btn" data-t="save">
            {w["save"]}
          </button>
          <button type="button" className="btn quiet" id="clear" data-t="clear">
            {w["clear"]}
          </button>
        </p>
      </form>
      <template id="pick">
        <label className="pick">
          <input type="checkbox" />
          <span>…</span>
        </label>
      </template>
    </Screen>
  )
}

export function KioskScreens({ words: w }: { words: Record<string, string> }) {
  return (
    <Words value={w}>
      <p id="fault" role="alert" className="problems" tabIndex={-1} hidden />
      <p id="warning" role="status" className="note warn" hidden />
      <SetUp />
      <Screen id="locked">
        <h1 data-t="lockedTitle">{w["lockedTitle"]}</h1>
        <p className="lead" data-t="lockedLead">
          {w["lockedLead"]}
        </p>
        <dl className="counts">
          {(["waiting", "mend"] as const).map((key) => (
            <div key={key}>
              <dt data-t={key}>{w[key]}</dt>
              <dd data-count={key}>0</dd>
            </div>
          ))}
        </dl>
        <PinForm id="unlock" action="unlock" />
      </Screen>
      <Helper />
      <Candidate />
      <Screen id="thanks">
        <h1 data-t="thanksTitle">{w["thanksTitle"]}</h1>
        <p className="lead" data-t="thanksLead">
          {w["thanksLead"]}
        </p>
        <p>
          <svg id="qr" className="qr" role="img" shapeRendering="crispEdges">
            <path />
          </svg>
        </p>
        <p className="quiet-text" data-t="thanksLater">
          {w["thanksLater"]}
        </p>
        <p className="acts">
          <button type="button" className="btn" id="next" data-t="next">
            {w["next"]}
          </button>
        </p>
      </Screen>
      <dialog id="idle" aria-labelledby="idle-text">
        <p id="idle-text" />
        <p className="acts">
          <button type="button" className="btn" id="stay" data-t="stay">
            {w["stay"]}
          </button>
        </p>
      </dialog>
      <dialog id="drop" aria-labelledby="drop-text">
        <p id="drop-text" data-t="dropText">
          {w["dropText"]}
        </p>
        <p className="acts">
          <button type="button" className="btn" id="drop-back" data-t="back">
            {w["back"]}
          </button>
          <button type="button" className="btn quiet" id="drop-now" data-t="dropNow">
            {w["dropNow"]}
          </button>
        </p>
      </dialog>
      <dialog id="door" aria-labelledby="door-title">
        <h2 id="door-title" data-t="doorTitle">
          {w["doorTitle"]}
        </h2>
        <PinForm id="enter" action="unlock" />
        <p>
          <button type="button" className="btn quiet" id="door-back" data-t="back">
            {w["back"]}
          </button>
        </p>
      </dialog>
    </Words>
  )
}
