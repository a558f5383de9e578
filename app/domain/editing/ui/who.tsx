/** Who took a step, and when; nothing when nobody has. */
export function Who({ who }: { who: { name: string; moment: string } | null }) {
  if (who === null) return null
  return (
    <>
      {who.name === "" ? null : (
        <>
          <bdi>{who.name}</bdi>
          <br />
        </>
      )}
      <small className="quiet">{who.moment}</small>
    </>
  )
}
