import { index, layout, route, type RouteConfig } from "@react-router/dev/routes"

/* The site map: every address of the product. `:lang` is fr, en or ar; anything else is a 404 in the reader's language. */
export default [
  index("routes/site/choose-language.ts"),
  route("hooks/resend", "routes/hooks/resend.ts"),
  route("hooks/stripe", "routes/hooks/stripe.ts"),
  route(":lang", "routes/site/layout.tsx", [
    index("routes/site/home.tsx"),
    layout("routes/apply/signed-in.tsx", [
      route("apply", "routes/apply/dashboard.tsx"),
      route("apply/about", "routes/apply/about.tsx"),
      route("apply/guardian", "routes/apply/guardian.tsx"),
      route("apply/education", "routes/apply/education.tsx"),
      route("apply/education/:kind", "routes/apply/credential.tsx"),
      route("apply/choices", "routes/apply/choices.tsx"),
      route("apply/motivation", "routes/apply/motivation.tsx"),
      route("apply/funding", "routes/apply/funding.tsx"),
      route("apply/review", "routes/apply/review.tsx"),
      route("apply/submitted", "routes/apply/submitted.tsx"),
      route("apply/print", "routes/apply/print.tsx"),
      route("apply/choices/:choiceId", "routes/apply/choice.tsx"),
      route("apply/choices/:choiceId/accept", "routes/apply/accept.tsx"),
      route("apply/choices/:choiceId/decline", "routes/apply/decline.tsx"),
      route("apply/choices/:choiceId/withdraw", "routes/apply/withdraw.tsx"),
      route("apply/fee/:choiceId", "routes/apply/fee.tsx"),
      route("apply/fee/:choiceId/pay", "routes/apply/pay.tsx"),
    ]),
  ]),
  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig
