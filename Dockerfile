# One image for every kind of process: `node dist/server.js` (all in one), `dist/api.js`, `dist/worker.js`, `dist/vault.js <command>`.
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV ONNXRUNTIME_NODE_INSTALL=skip
COPY . .
RUN npm ci --no-audit --no-fund \
 && npm run build \
 && npm prune --omit=dev --no-audit --no-fund \
 && mkdir -p /out/packages/supabase-local \
 && cp -r package.json node_modules dist supabase /out/ \
 && cp -r packages/supabase-local/migrations /out/packages/supabase-local/ \
 && find /out/node_modules -xtype l -delete

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build --chown=root:root /out ./
# The root file system may be read-only: everything that is kept lies in /data, everything that passes in /tmp.
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production DOCUVAULT_HOME=/data HOST=0.0.0.0 PORT=54321
VOLUME /data
USER node
EXPOSE 54321
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PROBE_PORT || process.env.PORT}/functions/v1/health-check/live`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=100", "--v8-pool-size=1", "--enable-source-maps", "dist/server.js"]
