/** The band of a university: cedar with khatim outlines, clay with bogolan zigzags; what is shared carries both. */
export function Band({ owner }: { owner: "AUI" | "UM6P" | "JOINT" | null }) {
  if (owner === null) return <div className="band" />
  if (owner === "JOINT") {
    return (
      <div className="band both">
        <div className="band aui" />
        <div className="band um6p" />
      </div>
    )
  }
  return <div className={owner === "AUI" ? "band aui" : "band um6p"} />
}
