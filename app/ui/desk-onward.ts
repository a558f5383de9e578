import { useOutletContext } from "react-router"

/** Where the verb of a list leads after it is done: on to the next row. Null where no list stands beside. */
export type Onward = { onward: string | null }

/** The way back of a verb that clears the open row: on to the next, and `back` where there is none. */
export function useOnward(back: string): string {
  const context = useOutletContext<Onward | undefined>()
  return context?.onward ?? back
}
