import { useTranslation } from "react-i18next"
import { addStaff } from "#app/domain/people/add-staff.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { staffForm, staffRoles, universities } from "#app/domain/people/staff-form.ts"
import { listStaff } from "#app/domain/people/staff-queries.server.ts"
import { languageFacts, languages } from "#app/locales/languages.ts"
import { allowedStaffOf, backWith, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { VerbButton } from "#app/ui/desk-parts.tsx"
import { PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/staff"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("staff.manage"))
  const { t, language } = ctx
  const rows = await listStaff(ctx)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      role: t(`desk.role.${row.role}`),
      university: row.university === null ? t("desk.alliance") : t(`common.universityShort.${row.university}`),
      seen: row.lastSeenAt === null ? t("desk.staffPage.never") : momentText(row.lastSeenAt, language),
      isActive: row.isActive,
      isSelf: row.personId === ctx.actor.personId,
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("staff.manage"))
  const form = await readForm(request, staffForm)
  if (!form.ok) return replyProblems(form.reply)
  const { university, ...rest } = form.value
  const outcome = await addStaff(ctx, { ...rest, university: university ?? null })
  if (outcome.refused && outcome.refused.code !== "not-allowed") return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, "/desk/staff", "staff-added")
}

export default function Staff({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = {
    givenName: t("desk.staffPage.givenName"),
    familyName: t("desk.staffPage.familyName"),
    email: t("desk.staffPage.email"),
    role: t("desk.staffPage.role"),
    university: t("desk.staffPage.university"),
    language: t("desk.staffPage.language"),
  }
  return (
    <div className="sheet">
      <title>{`${t("desk.staffPage.title")} · ${t("common.name")}`}</title>
      <h1>{t("desk.staffPage.title")}</h1>
      <p className="lead">{t("desk.staffPage.lead")}</p>
      <div className="wrap">
        <table>
          <thead>
            <tr>
              {(["name", "email", "role", "university", "seen", "status"] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`desk.staffPage.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loaderData.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                </th>
                <td>
                  <bdi dir="ltr">{row.email}</bdi>
                </td>
                <td>{row.role}</td>
                <td>{row.university}</td>
                <td>{row.seen}</td>
                <td>
                  {row.isActive ? (
                    row.isSelf ? (
                      t("desk.staffPage.active")
                    ) : (
                      <VerbButton action={`/desk/staff/${row.id}/deactivate`} back={`/desk/staff?staff=${row.id}`}>
                        {t("desk.staffPage.end")}
                      </VerbButton>
                    )
                  ) : (
                    <>
                      <span className="quiet">{t("desk.staffPage.ended")}</span>{" "}
                      <VerbButton action={`/desk/staff/${row.id}/reactivate`} back="/desk/staff" look="link">
                        {t("desk.staffPage.restore")}
                      </VerbButton>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{t("desk.staffPage.add")}</h2>
      <PostForm reply={actionData} labels={labels} className="lone-form" key={loaderData.rows.length}>
        <div className="form-row">
          <TextField name="givenName" label={labels.givenName} />
          <TextField name="familyName" label={labels.familyName} isOptional />
        </div>
        <TextField name="email" label={labels.email} type="email" dir="ltr" />
        <div className="form-row">
          <SelectField
            name="role"
            label={labels.role}
            options={staffRoles.map((role) => ({ value: role, label: t(`desk.role.${role}`) }))}
          />
          <SelectField
            name="university"
            label={labels.university}
            options={universities.map((one) => ({ value: one, label: t(`common.universityShort.${one}`) }))}
            emptyLabel={t("desk.alliance")}
          />
          <SelectField
            name="language"
            label={labels.language}
            options={languages.map((one) => ({ value: one, label: languageFacts[one].name }))}
          />
        </div>
        <p>
          <Submit>{t("desk.staffPage.save")}</Submit>
        </p>
      </PostForm>
    </div>
  )
}
