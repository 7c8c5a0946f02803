import { newHome, removeHome, startProduct, type Product } from '@docuvault/testing/product.ts';
import { missingS3, startHarmfulProxy, startS3, type Harm } from '@docuvault/testing/s3.ts';
import { tally, type Fault } from './fault.ts';
import { openLedger, pause } from './ledger.ts';

const harms: Harm[] = ['refuse', 'fail', 'slow', 'silent', 'corrupt', 'cut'];
const harmMs = 6_000;

/** The store does every kind of harm in turn, with a moment of health between, while papers come in and are read. */
export const s3Faults: Fault = {
  name: 'S3 refusing (403), failing (500), slow (2 s an answer), silent, corrupting, cutting off',
  missing: missingS3,
  run: async (scale) => {
    const s3 = await startS3();
    const proxy = await startHarmfulProxy(s3.endpoint);
    const home = newHome();
    const products: Product[] = [];
    try {
      const product = await startProduct(home, {
        S3_ENDPOINT: proxy.url, S3_BUCKET: s3.bucket, S3_ACCESS_KEY_ID: s3.accessKeyId, S3_SECRET_ACCESS_KEY: s3.secretAccessKey, S3_REGION: s3.region, RATE_LIMITS: 'off',
      });
      products.push(product);
      const ledger = await openLedger(product, 3);
      const wrong: string[] = [];
      let stop = false;
      const sending = ledger.keepSending(() => product.url, () => stop, 100);
      const rounds = Math.ceil(2 * scale);
      for (let round = 0; round < rounds; round++) {
        for (const harm of harms) {
          await pause(1_500);
          proxy.harm = harm;
          await pause(harmMs);
          proxy.harm = 'none';
          const before = ledger.taken.length;
          const cleared = performance.now();
          while (ledger.taken.length < before + 3 && performance.now() - cleared < 60_000) await pause(20);
          if (ledger.taken.length < before + 3) wrong.push(`no paper was taken within a minute after S3 was ${harm}`);
        }
      }
      stop = true;
      await sending;
      const verdict = await ledger.verify(product.url);
      return { ...verdict, done: `${rounds} × each for ${harmMs / 1000} s`, seen: `uploads: ${tally(ledger.answers)}`, wrong };
    } finally {
      await Promise.all(products.map((one) => one.stop('SIGKILL')));
      proxy.stop();
      s3.stop();
      removeHome(home);
    }
  },
};
