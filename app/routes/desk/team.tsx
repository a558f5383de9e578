import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { absenceForm } from "#app/domain/leads/absence-form.ts"
import { findOwnShare } from "#app/domain/leads/lead-work-queries.server.ts"
import { noteAbsence } from "#app/domain/leads/note-absence.server.ts"
import { listAbsences, listAssignmentRules, listTeam } from "#app/domain/leads/team-queries.server.ts"
import { AbsencePanel } from "#app/domain/leads/ui/absence-panel.tsx"
import { RuleList } from "#app/domain/leads/ui/rule-list.tsx"
import { ShareOffers } from "#app/domain/leads/ui/share-offers.tsx"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { dayText, numberText } from "#app/ui/desk-dates.ts"
import { VerbButton } from "#app/ui/desk-parts.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/team"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language, actor } = ctx
  const university = universityOf(actor)
  const isHead = roleMay(actor.role, "leads.rules")
  const { colleagues, nobodys } = await listTeam(ctx, university)
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? ""
  const absences = await listAbsences(ctx, university)
  const rules = await listAssignmentRules(ctx, university)
  const share = isHead ? await findOwnShare(ctx, { university, personId: actor.personId }) : null
  const day = (date: Date) => dayText(date, language, "UTC")
  return {
    isHead,
    me: actor.personId,
    undo: share?.shareId ?? null,
    colleagues: colleagues.map((one) => ({
      id: one.id,
      name: one.name,
      role: t(`desk.role.${one.role}`),
      open: numberText(one.open, language),
      late: numberText(one.late, language),
      isLate: one.late > 0,
      presence: !one.isActive
        ? t("deskWork.team.ended")
        : one.awayUntil === null
          ? t("deskWork.team.here")
          : t("deskWork.team.away", { date: day(one.awayUntil) }),
      isThere: one.isActive && one.awayUntil === null,
    })),
    // Whoever may be given leads, for the lists to choose from.
    present: colleagues.filter((one) => one.isActive).map(({ id, name }) => ({ id, name })),
    offers: [
      ...colleagues
        .filter((one) => one.open > 0 && (!one.isActive || one.awayUntil !== null))
        .map((one) => ({
          fromId: one.id,
          text: t("deskWork.team.offer", {
            count: one.open,
            name: one.name,
            why: one.isActive && one.awayUntil !== null ? t("deskWork.team.away", { date: day(one.awayUntil) }) : t("deskWork.team.ended"),
          }),
        })),
      ...(nobodys > 0 && rules.length > 0 ? [{ fromId: "", text: t("deskWork.team.offerNobody", { count: nobodys }) }] : []),
    ],
    absences: absences.map((one) => ({
      id: one.id,
      name: nameOf(one.personId),
      days: t("deskWork.team.absence", { from: day(one.from), until: day(one.until) }),
      mayRemove: isHead || one.personId === actor.personId,
    })),
    rules: rules.map((rule) => ({
      id: rule.id,
      who: [
        rule.languages.length === 0
          ? t("deskWork.team.anyLanguage")
          : listed(
              t,
              rule.languages.map((one) => t(`common.languageName.${one}`)),
            ),
        rule.countries.length === 0
          ? t("deskWork.team.anyCountry")
          : rule.countries.length > 4
            ? t("deskWork.team.countries", { count: rule.countries.length })
            : listed(
                t,
                rule.countries.map((code) => countryName(code, language) ?? t("common.elsewhere")),
              ),
      ].join(" · "),
      members: listed(
        t,
        rule.memberIds.map(nameOf).filter((name) => name !== ""),
      ),
      limit: rule.mostOpen === null ? "" : t("deskWork.team.most", { count: rule.mostOpen }),
    })),
  }
}

/** Enters an absence: one's own, or a colleague's by a head. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("leads.work"))
  const form = await readForm(request, absenceForm)
  if (!form.ok) return replyProblems(form.reply)
  const { person, from, until } = form.value
  const outcome = await noteAbsence(ctx, { personId: person ?? ctx.actor.personId, from, until })
  return outcome.refused?.field === undefined ? backWith(outcome, "/desk/team", "absence-noted") : replyRefusal(form.typed, outcome.refused)
}

export default function Team({ loaderData: team, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("deskWork.team.title")} · ${t("common.name")}`}</title>
      <h1>{t("deskWork.team.title")}</h1>
      <p className="lead">{t("deskWork.team.lead")}</p>
      <div className="acts">
        <Link to="/desk/hours" className="act">
          {t("deskWork.hours.title")}
        </Link>
        <Link to="/desk/awaited" className="act">
          {t("deskWork.awaited.title")}
        </Link>
        {team.undo === null ? null : (
          <VerbButton action="/desk/team/share-undo" back="/desk/team" values={{ share: team.undo }}>
            {t("deskWork.team.undoShare")}
          </VerbButton>
        )}
      </div>
      <ShareOffers offers={team.offers} present={team.present} mayShare={team.isHead} />
      <h2>{t("deskWork.team.people")}</h2>
      <div className="wrap">
        <table>
          <thead>
            <tr>
              <th>{t("deskWork.team.name")}</th>
              <th>{t("deskWork.team.role")}</th>
              <th className="num">{t("deskWork.team.open")}</th>
              <th className="num">{t("deskWork.team.lateCount")}</th>
              <th>{t("deskWork.team.presence")}</th>
            </tr>
          </thead>
          <tbody>
            {team.colleagues.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                </th>
                <td>{one.role}</td>
                <td className="num">{one.open}</td>
                <td className="num">{one.isLate ? <b className="tag late">{one.late}</b> : one.late}</td>
                <td>{one.isThere ? one.presence : <span className="tag amber">{one.presence}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RuleList rules={team.rules} mayEdit={team.isHead} />
      <AbsencePanel absences={team.absences} people={team.isHead ? team.present : []} me={team.me} reply={actionData} />
    </div>
  )
}
