import { index, route, type RouteConfig } from "@react-router/dev/routes"

/* The site map: every address of the product. `:lang` is fr, en or ar; anything else is a 404 in the reader's language. */
export default [
  index("routes/site/choose-language.ts"),
  route("hooks/stripe", "routes/hooks/stripe.ts"),
  route(":lang", "routes/site/layout.tsx", [
    index("routes/site/home.tsx"),
  ]),
  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig
