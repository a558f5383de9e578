import { useTranslation } from "react-i18next"
import { listProgrammes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { clockDifferences } from "#app/domain/catalogue/clock-differences.ts"
import { bindingAge, countryAddress, findCountry, regions } from "#app/domain/catalogue/countries.ts"
import { languageNotes, languagesNotShared, languagesText } from "#app/domain/catalogue/country-languages.ts"
import { CountryClock } from "#app/domain/catalogue/ui/country-clock.tsx"
import { CredentialReading } from "#app/domain/catalogue/ui/credential-reading.tsx"
import { listComingEvents } from "#app/domain/events/event-queries.server.ts"
import { EventTimes } from "#app/domain/events/ui/event-times.tsx"
import { ctxOf, notFoundUnless, redirect } from "#app/platform/http.server.ts"
import { moneyText } from "#app/locales/money.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/country"

const mostEvents = 3

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const { language } = ctx
  const country = notFoundUnless(findCountry(params.code.toUpperCase()))
  // A code is often written in capitals: one page has one address.
  if (params.code !== country.code.toLowerCase()) {
    throw redirect(countryAddress(language, country.code) + new URL(request.url).search, 301)
  }
  const { code, officialLanguages, timeZone } = country
  const notShared = languagesNotShared(officialLanguages)
  const note = languageNotes[code]
  const bachelors = (await listProgrammes(ctx)).filter(({ level, standing }) => level === "bachelor" && standing !== "announced")
  return {
    language,
    country,
    name: country.names[language],
    region: regions.find((region) => region === country.region),
    official: languagesText(officialLanguages, language),
    notShared: notShared.length === 0 ? null : languagesText(notShared, language),
    isNoneShared: notShared.length === officialLanguages.length,
    note: note === undefined ? null : { text: note.text[language], isConfirmed: note.isConfirmed },
    age: bindingAge(code),
    differences: clockDifferences(timeZone, ctx.now()),
    events: (await listComingEvents(ctx, { country: code })).filter(({ phase }) => phase !== "cancelled").slice(0, mostEvents),
    bachelors,
  }
}

export default function CountryPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, country, name, region, official, notShared, isNoneShared, note, age, differences, events, bachelors } = loaderData
  const { code, timeZone, credentials } = country
  const isMorocco = code === "MA"
  const asking = bachelors.flatMap(({ slug, title, intakes }) => {
    const intake = intakes.find(({ feeMinor }) => feeMinor > 0)
    return intake === undefined
      ? []
      : [{ slug, title, fee: moneyText(language, intake.feeMinor, intake.feeCurrency), isSample: intake.isSample }]
  })
  return (
    <article className="page duo">
      <title>{`${name} · ${t("common.name")}`}</title>
      <meta name="description" content={t("countries.about", { country: name })} />
      <p className="crumb">
        <a href={`/${language}/countries`}>{t("countries.title")}</a>
      </p>
      <h1>{name}</h1>
      <p className="lead">{t("countries.about", { country: name })}</p>
      {credentials.some(({ confidence }) => confidence === "low") ? <p className="note">{t("countries.low")}</p> : null}
      <aside className="side" aria-label={name}>
        <p className="acts">
          <a className="btn" href={`/${language}/programmes?country=${code}`}>
            {t("countries.seeProgrammes")}
          </a>
          <a className="btn quiet" href={`/${language}/eligibility?country=${code}`}>
            {t("eligibility.title")}
          </a>
          <a className="btn quiet" href={`/${language}/enquire?country=${code}`}>
            {t("site.home.ask")}
          </a>
        </p>
        <p className="quiet-text">
          {region === undefined ? null : `${t(`countries.region.${region}`)} · `}
          <bdi dir="ltr">{country.callingCode}</bdi>
        </p>
      </aside>
      <h2 id="certificate">{t("countries.certificate")}</h2>
      {credentials.map((credential) => (
        <CredentialReading key={credential.code} credential={credential} />
      ))}
      <p>{t("countries.kept")}</p>
      {age > 18 ? <p>{t("site.programmes.guardian", { age })}</p> : null}
      <h2 id="languages">{t("countries.languages")}</h2>
      <p>
        {t("countries.official", { languages: official })}
        {note === null ? null : ` ${note.text}${note.isConfirmed ? "" : ` (${t("countries.unsure")})`}`}
      </p>
      <p>{t("countries.teaching")}</p>
      {notShared === null ? null : (
        <p>
          {isNoneShared ? `${t("countries.noneShared", { languages: notShared })} ` : ""}
          {t("countries.translation")}
        </p>
      )}
      <h2 id="programmes">{t("countries.programmes")}</h2>
      <p>{t("countries.programmesText")}</p>
      <ul className="stars">
        {bachelors.map(({ slug, title, owner, teachingLanguages }) => (
          <li key={slug}>
            <a href={`/${language}/programmes/${slug}`}>{title}</a>
            <br />
            <span className="quiet-text">
              {t(`common.universityShort.${owner}`)} ·{" "}
              {listed(
                t,
                teachingLanguages.map((spoken) => t(`common.languageName.${spoken}`)),
              )}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {t("countries.later")} <a href={`/${language}/programmes?level=master`}>{t("common.level.master")}</a> ·{" "}
        <a href={`/${language}/programmes?level=phd`}>{t("common.level.phd")}</a>
      </p>
      <h2 id="fee">{t("countries.fee")}</h2>
      <p>{t("countries.feeText")}</p>
      {asking.length === 0 ? null : (
        <ul className="stars">
          {asking.map(({ slug, title, fee, isSample }) => (
            <li key={slug}>
              <a href={`/${language}/programmes/${slug}`}>{title}</a>: <bdi>{fee}</bdi>{" "}
              {isSample ? <span className="st sample">{t("common.standing.sample")}</span> : null}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/${language}/costs?country=${code}`}>{t("costs.link")}</a>
      </p>
      <h2 id="entry">{t("countries.entry")}</h2>
      {isMorocco ? (
        <p>{t("countries.entryHome")}</p>
      ) : (
        <p>
          {t("countries.entryText")}{" "}
          <a href="https://www.acces-maroc.ma" rel="noreferrer">
            <bdi>acces-maroc.ma</bdi>
          </a>
        </p>
      )}
      <h2 id="events">{t("countries.events")}</h2>
      {events.length === 0 ? <p>{t("countries.noEvents")}</p> : null}
      <ul className="stars">
        {events.map((event) => (
          <li key={event.id}>
            <a href={`/${language}/events/${event.slug}?country=${code}`}>{event.title}</a>
            {event.isSample ? (
              <>
                {" "}
                <span className="st sample">{t("common.standing.sample")}</span>
              </>
            ) : null}
            <br />
            <EventTimes event={event} home={{ code, name, zone: timeZone }} language={language} />
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${language}/events?country=${code}`}>{t("countries.allEvents")}</a>
      </p>
      <h2 id="time">{t("countries.time")}</h2>
      {isMorocco ? <p>{t("countries.clock.home")}</p> : <CountryClock zone={timeZone} differences={differences} language={language} />}
    </article>
  )
}
