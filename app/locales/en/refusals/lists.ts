export default {
  empty: "There is nothing in this list. Its first line names the columns, and people follow.",
  unreadable:
    "This list cannot be read from line {{line}} on: a quotation mark may be open, or it is no CSV. Save it as CSV (UTF-8) or Excel and try again.",
  "old-workbook": "This is Excel’s old form (.xls). Save it as .xlsx or CSV and try again.",
  "workbook-unreadable": "This is no Excel workbook that can be read; one with a password cannot. Save it as .xlsx or CSV and try again.",
  "workbook-too-large": "This workbook unpacks to more than can be read. Save the sheet alone, as CSV, and try again.",
}
