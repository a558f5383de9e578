/** Any address that is not on the map; the root's error page answers in the reader's language. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export const action = loader

export default function NotFound() {
  return null
}
