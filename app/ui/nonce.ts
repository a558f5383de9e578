import { createContext, use } from "react"

/** The page's nonce for scripts; only pages of the desk have one. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return use(NonceContext)
}
