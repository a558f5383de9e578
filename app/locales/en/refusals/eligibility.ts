export default {
  "scale-missing": "Say how your degree is counted.",
  "toefl-range": "A TOEFL iBT score goes from 0 to {{max}}. Check the figure, or leave it empty.",
}
