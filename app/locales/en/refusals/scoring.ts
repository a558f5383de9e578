export default {
  "points-range": "Write a whole number from {{min}} to {{max}}.",
}
