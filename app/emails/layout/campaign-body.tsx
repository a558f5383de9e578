import { Link } from "@react-email/components"
import type { ReactNode } from "react"
import { Action, linkStyle, Paragraph } from "./letter.tsx"

const link = /\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()\ue000\ue001]+)\)|(https?:\/\/[^\s<>"()\ue000\ue001]*[^\s<>"().,;:!?\ue000\ue001])/g
const lonelyLink = /^\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()\ue000\ue001]+)\)$/

/**
 * What a campaign manager writes: paragraphs apart by an empty line, `- ` before each line of a list, addresses and
 * `[words](address)` as links, and such a link alone in its paragraph as a button.
 */
export function CampaignBody({ body }: { body: string }) {
  return body
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block, index) => <Block key={index} block={block} />)
}

function Block({ block }: { block: string }) {
  const lines = block.split("\n")
  const button = lonelyLink.exec(block)
  if (button !== null) {
    return (
      <Paragraph>
        <Action href={button[2] ?? ""}>{button[1]}</Action>
      </Paragraph>
    )
  }
  if (lines.every((line) => line.startsWith("- "))) {
    return (
      <ul style={{ margin: "10px 0", paddingInlineStart: "22px" }}>
        {lines.map((line, index) => (
          <li key={index} style={{ margin: "4px 0" }}>
            {linked(line.slice(2))}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Paragraph>
      {lines.map((line, index) => (
        <span key={index}>
          {index === 0 ? null : <br />}
          {linked(line)}
        </span>
      ))}
    </Paragraph>
  )
}

function linked(line: string): ReactNode[] {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of line.matchAll(link)) {
    const [whole, words, named, bare] = match
    parts.push(line.slice(end, match.index))
    parts.push(
      <Link key={match.index} href={named ?? bare ?? ""} style={linkStyle} dir={words === undefined ? "ltr" : undefined}>
        {words ?? bare}
      </Link>,
    )
    end = match.index + whole.length
  }
  parts.push(line.slice(end))
  return parts
}
