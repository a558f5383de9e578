import type { Translation } from "../../translation.ts"

export default {
  empty: "لا شيء في هذه اللائحة. سطرها الأول يسمّي الأعمدة، ثم يأتي الأشخاص.",
  unreadable:
    "لا يمكن قراءة هذه اللائحة من السطر {{line}}: قد تكون علامة اقتباس مفتوحة أو ليست CSV. احفظها بصيغة CSV (UTF-8) أو Excel وحاول من جديد.",
  "old-workbook": "هذه صيغة Excel القديمة (‎.xls). احفظها بصيغة ‎.xlsx أو CSV وحاول من جديد.",
  "workbook-unreadable": "ليس هذا مصنف Excel يمكن قراءته، ولا يُقرأ ما له كلمة سر. احفظه بصيغة ‎.xlsx أو CSV وحاول من جديد.",
  "workbook-too-large": "يتجاوز محتوى هذا المصنف ما يمكن قراءته. احفظ الورقة وحدها بصيغة CSV وحاول من جديد.",
} satisfies Translation<typeof import("../../en/refusals/lists.ts").default>
