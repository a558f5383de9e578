export default {
  "tries-too-many": "This code has been checked {{max}} times within the hour. Check it again in {{minutes}} min, or ask us.",
}
