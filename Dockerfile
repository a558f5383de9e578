# Two stages: what builds stays out of what runs. Node 24 comes with the project's own packages.
FROM node:24-bookworm-slim AS build
WORKDIR /rihla
ENV PRISMA_SCHEMA_ENGINE_BINARY=/bin/true
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /rihla
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /rihla/package.json ./
COPY --from=build /rihla/node_modules ./node_modules
COPY --from=build /rihla/build ./build
# Migrations run at start; public files are in the build.
COPY --from=build /rihla/prisma ./prisma
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# A worker (PROCESS=worker) listens on nothing: that it runs is all there is to ask.
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s \
  CMD ["node", "-e", "process.env.PROCESS==='worker'||fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# The server itself is process 1, so that it hears SIGTERM and drains.
CMD ["node_modules/.bin/node", "build/server/index.js"]
