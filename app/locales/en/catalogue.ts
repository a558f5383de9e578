export default {
  scale: {
    bac20: "baccalaureate average out of 20",
    num20pt: "final mark out of 20",
    wassce9: "WASSCE or NECO grades (A1 to F9)",
    kcse12: "KCSE mean grade (A to E)",
    nsc7: "NSC levels (7 to 1)",
    uaceAF: "UACE principal grades (A to F)",
    acsee: "ACSEE grades (A to F)",
    alevel: "A-level grades (A* to U)",
    gceCM: "GCE Advanced Level grades (A to F)",
    gcse: "O-level or GCSE grades (A* to U)",
    nine: "School certificate grades (1 to 9, 1 is best)",
    percent50: "percentage, 50 passes",
    percent: "percentage",
  },
  per: { credit: "per credit", semester: "per semester", year: "per year", once: "once" },
}
