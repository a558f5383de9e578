import { useTranslation } from "react-i18next"
import { PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { type Points, type ScoreReason, scoreReasons } from "../score-points.ts"

/** What each reason is worth, to be changed by a head. */
export function PointsForm({ points, version, reply }: { points: Points; version: number; reply: FormReply | undefined }) {
  const { t } = useTranslation()
  const words = (reason: ScoreReason) => t(`scoring.reasons.${reason}`)
  return (
    <PostForm reply={reply} labels={Object.fromEntries(scoreReasons.map((reason) => [reason, words(reason)]))} className="points">
      <input type="hidden" name="version" value={version} />
      {scoreReasons.map((reason) => (
        <TextField
          key={reason}
          name={reason}
          label={words(reason)}
          value={String(points[reason])}
          inputMode="numeric"
          dir="ltr"
          size="short"
        />
      ))}
      <div>
        <Submit>{t("scoring.save")}</Submit>
        <p className="quiet">{t("scoring.saveHelp")}</p>
      </div>
    </PostForm>
  )
}
