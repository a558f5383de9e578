import { useTranslation } from "react-i18next"

type Standing = "announced" | "open" | "closed" | "sample"

/** The standing in a word, on its colour: never colour alone. */
export function StandingBadge({ standing, children }: { standing: Standing; children?: string }) {
  const { t } = useTranslation()
  return <span className={`st ${standing}`}>{children ?? t(`common.standing.${standing}`)}</span>
}

/** A programme that exists but whose dates are samples says so; only what exists nowhere is called an example. */
export function ProgrammeBadge({ programme }: { programme: { standing: Standing; owner: "AUI" | "UM6P" | "JOINT" } }) {
  const { t } = useTranslation()
  const isReal = programme.standing === "sample" && programme.owner !== "JOINT"
  return <StandingBadge standing={programme.standing}>{isReal ? t("site.programme.badgeSampleDates") : undefined}</StandingBadge>
}
