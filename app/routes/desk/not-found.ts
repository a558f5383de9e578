/** Any address of the desk that is not on the map; the desk's error page answers. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export const action = loader

export default function NotFound() {
  return null
}
