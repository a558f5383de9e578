export default {
  "rate-missing": "Write how much of this currency one dirham is worth, for example 61.25.",
  "rate-number": "Write the rate in digits, with at most six decimals, for example 61.25.",
  "rate-range": "A rate is more than nought and at most a thousand million. Check where the decimal point stands.",
}
