import { useTranslation } from "react-i18next"
import { campaignForm, campaignPurposes } from "#app/domain/campaigns/campaign-form.ts"
import { createCampaign } from "#app/domain/campaigns/create-campaign.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { Choices, PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/campaign-new"

export function loader({ context }: Route.LoaderArgs) {
  return { university: universityOf(allowedStaffOf(context, may("campaigns.build")).actor) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.build"))
  const form = await readForm(request, campaignForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await createCampaign(ctx, form.value)
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(`/desk/campaigns/${outcome.done.campaignId}?did=created`, 303)
}

export default function CampaignNew({ loaderData: { university }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const labels = { name: t("campaigns.form.name"), owner: t("campaigns.form.owner"), purpose: t("campaigns.form.purpose") }
  return (
    <div className="sheet">
      <title>{`${t("campaigns.new")} · ${t("common.name")}`}</title>
      <h1>{t("campaigns.new")}</h1>
      <p className="lead">{t("campaigns.lead")}</p>
      <PostForm reply={actionData} labels={labels} className="lone-form">
        <TextField name="name" label={labels.name} help={t("campaigns.form.nameHelp")} maxLength={120} />
        <Choices
          name="owner"
          kind="radio"
          label={labels.owner}
          help={t("campaigns.form.ownerHelp")}
          values={[university]}
          options={[university, "JOINT" as const].map((owner) => ({ value: owner, label: t(`common.university.${owner}`) }))}
        />
        <Choices
          name="purpose"
          kind="radio"
          label={labels.purpose}
          help={t("campaigns.form.purposeHelp")}
          values={["news"]}
          options={campaignPurposes.map((purpose) => ({ value: purpose, label: t(`campaigns.purpose.${purpose}`) }))}
        />
        <p>
          <Submit>{t("campaigns.form.create")}</Submit>
        </p>
      </PostForm>
    </div>
  )
}
