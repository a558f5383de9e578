import type { Translation } from "../../translation.ts"

export default {
  "programme-unknown": "Ce programme n’est plus dans notre liste. Posez votre question sans lui : les deux universités la lisent.",
} satisfies Translation<typeof import("../../en/refusals/leads.ts").default>
