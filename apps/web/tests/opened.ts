import type { Browser } from 'playwright-core';
import { newHome, removeHome, settled, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { buildAll } from '../../../scripts/build.mjs';
import { launch } from './browser.ts';
import { paper } from './paper.ts';

export type Opened = { home: string; product: Product; browser: Browser; close(): Promise<void> };

/** The built product on a home of its own, without limits, and a browser. Who starts another product on that home puts it into `product`. `camera`: makes the film for it, into the home; `env`: what else the operator has set. */
export const openInChromium = async (camera?: (home: string) => string, env: Record<string, string> = {}): Promise<Opened> => {
  await buildAll();
  const home = newHome();
  const product = await startProduct(home, { RATE_LIMITS: 'off', ...env });
  const browser = await launch(camera ? { camera: camera(home) } : {});
  const opened: Opened = {
    home, product, browser,
    close: async () => {
      await browser.close();
      await opened.product.stop();
      removeHome(home);
    },
  };
  return opened;
};

/** Puts a paper into somebody's vault, and waits until it is read. */
export const putPaper = async (person: Member, lines: readonly string[], name: string): Promise<string> => putFile(person, paper(lines), name);

/** Puts a file into somebody's vault, and waits until it is read. */
export const putFile = async (person: Member, bytes: Buffer, name: string): Promise<string> => {
  const { document } = (await (await uploadRaw(person, bytes, name)).json()) as Uploaded;
  await settled(person, document.id);
  return document.id;
};
