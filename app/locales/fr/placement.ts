import type { Translation } from "../translation.ts"

export default {
  owner: "Ce programme est proposé par l’{{university}} : c’est elle qui lit votre dossier.",
  field: "Les deux universités proposent ce programme ; dans ce domaine ({{field}}), les dossiers vont à l’{{university}}.",
  language:
    "Les deux universités proposent ce programme ; il est enseigné en {{language}} seulement, et ces dossiers vont à l’{{university}}.",
  preference: "Les deux universités proposent ce programme ; vous avez dit préférer l’{{university}}.",
  seats:
    "Les deux universités proposent ce programme ; il restait plus de places à l’{{university}} ({{seats}}, contre {{otherSeats}} à {{other}}).",
  draw: "Les deux universités proposent ce programme et avaient autant de places ; un tirage d’après votre référence ({{reference}}) a désigné l’{{university}}.",
  desk: {
    owner: "Ce programme est proposé par l’{{university}} : c’est elle qui lit ce dossier.",
    field: "Les deux universités proposent ce programme ; dans ce domaine ({{field}}), les dossiers vont à l’{{university}}.",
    language:
      "Les deux universités proposent ce programme ; il est enseigné en {{language}} seulement, et ces dossiers vont à l’{{university}}.",
    preference: "Les deux universités proposent ce programme ; la personne préfère l’{{university}}.",
    seats:
      "Les deux universités proposent ce programme ; il restait plus de places à l’{{university}} ({{seats}}, contre {{otherSeats}} à {{other}}).",
    draw: "Les deux universités proposent ce programme et avaient autant de places ; un tirage d’après la référence {{reference}} a désigné l’{{university}}.",
  },
} satisfies Translation<typeof import("../en/placement.ts").default>
