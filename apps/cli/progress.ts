/** Tells a person how far long work is; on a terminal in one line, else now and then in a line of its own. */
export type Progress = { say(text: string): void; step(text: string): void };

const everyMs = 2_000;

export const createProgress = (out: { write(text: string): unknown; isTTY?: boolean }): Progress => {
  let last = 0;
  let open = false;
  return {
    say: (text) => {
      out.write(`${open ? '\n' : ''}${text}\n`);
      open = false;
    },
    step: (text) => {
      if (out.isTTY) {
        out.write(`\r\u001b[K${text}`);
        open = true;
      } else if (Date.now() - last > everyMs) {
        last = Date.now();
        out.write(`${text}\n`);
      }
    },
  };
};
