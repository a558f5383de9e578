import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Khatim } from "#app/ui/khatim.tsx"

/** Around the pages by which staff come in. */
export function DeskDoor({ isDemo, children }: { isDemo: boolean; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <meta name="robots" content="noindex" />
      {isDemo ? <p className="demo-banner">{t("common.demo")}</p> : null}
      <header className="bar">
        <a className="logo" href="/">
          <Khatim size={28} />
          <b>{t("common.name")}</b>
        </a>
      </header>
      <main id="content" className="page">
        {children}
      </main>
    </>
  )
}
