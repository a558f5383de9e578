import { useTranslation } from "react-i18next"
import { Panel } from "#app/ui/desk-parts.tsx"

type Props = {
  id: string
  faults: readonly { key: string; line: number; isRefused: boolean; heading: string; cell: string; reason: string }[]
}

/** The first rows with something wrong in them, and the file with all. */
export function FaultsPanel({ id, faults }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t("imports.faults.title")} isWide>
      <p className="quiet">{t("imports.faults.help")}</p>
      <div className="wrap">
        <table className="fit">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t("imports.faults.line")}
              </th>
              <th scope="col">{t("imports.faults.cell")}</th>
              <th scope="col">{t("imports.faults.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={fault.key}>
                <td className="num">{fault.line}</td>
                <td>
                  <small className="quiet">
                    <bdi>{fault.heading}</bdi>
                  </small>{" "}
                  <bdi>{fault.cell}</bdi>
                </td>
                <td>
                  <span className={fault.isRefused ? "tag late" : "tag"}>
                    {t(`imports.faults.${fault.isRefused ? "refused" : "reduced"}`)}
                  </span>{" "}
                  {fault.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* A plain form: the answer is a file, and taking one away is written down. */}
      <form method="post" action={`/desk/imports/${id}/refused`} className="acts">
        <button type="submit" className="act plain">
          {t("imports.faults.take")}
        </button>
      </form>
    </Panel>
  )
}
