/** Structured logging. Never pass document text, field values, tokens or file names. */
export type Logger = {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  error(message: string, facts?: Record<string, unknown>): void;
};

/** One JSON object a line on the given sink. */
export const createJsonLogger = (write: (line: string) => void, now: () => Date = () => new Date()): Logger => {
  const at = (level: string) => (message: string, facts: Record<string, unknown> = {}) => {
    write(JSON.stringify({ time: now().toISOString(), level, message, ...facts }));
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
};

/** Says nothing. */
export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
