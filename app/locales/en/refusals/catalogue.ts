export default {
  "result-missing": "Write your result ($t(catalogue.scale.{{scale}})), for example {{example, result}}, or say that it is still to come.",
  "result-number": "Write the result as a number ($t(catalogue.scale.{{scale}})), for example {{example, result}}.",
  "result-range": "This scale goes from {{min}} to {{max}} ($t(catalogue.scale.{{scale}})). Check the figure on your certificate.",
  "result-whole": "This scale has whole marks only ($t(catalogue.scale.{{scale}})), for example {{example, result}}.",
  "result-grade":
    "“{{grade}}” is not a grade of this scale ($t(catalogue.scale.{{scale}})). Its grades are: {{values}}. Separate several with a space, for example {{example, result}}.",
  "result-one-grade": "This certificate has one overall grade ($t(catalogue.scale.{{scale}})), for example {{example, result}}.",
  "result-too-many": "Write at most {{max}} grades ($t(catalogue.scale.{{scale}})).",
  "result-of-four": "Write a number from 0 to 4, for example 3.4.",
}
