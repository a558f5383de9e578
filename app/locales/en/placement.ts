/** Why a choice went to a university: one sentence for each rule. */
export default {
  owner: "{{university}} offers this programme, so it reads your file.",
  field: "Both universities offer this programme; in this field ({{field}}) files go to {{university}}.",
  language: "Both universities offer this programme; it is taught in {{language}} only, and such files go to {{university}}.",
  preference: "Both universities offer this programme; you said you would rather go to {{university}}.",
  seats: "Both universities offer this programme; {{university}} had more seats left ({{seats}}; {{other}}: {{otherSeats}}).",
  draw: "Both universities offer this programme and had as many seats left; a draw by your reference ({{reference}}) gave {{university}}.",
  desk: {
    owner: "{{university}} offers this programme, so it reads this file.",
    field: "Both universities offer this programme; in this field ({{field}}) files go to {{university}}.",
    language: "Both universities offer this programme; it is taught in {{language}} only, and such files go to {{university}}.",
    preference: "Both universities offer this programme; the candidate would rather go to {{university}}.",
    seats: "Both universities offer this programme; {{university}} had more seats left ({{seats}}; {{other}}: {{otherSeats}}).",
    draw: "Both universities offer this programme and had as many seats left; a draw by the reference {{reference}} gave {{university}}.",
  },
}
