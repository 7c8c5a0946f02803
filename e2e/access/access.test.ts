import { openTestDatabase } from '@docuvault/testing/database.ts';
import { describeAccess } from './access-suite.ts';
import { authenticatorLogin, becomePerson } from './direct.ts';

describeAccess('the embedded database', async () => {
  const { db, driver } = await openTestDatabase();
  const { admin } = driver;
  await admin.exec(authenticatorLogin);
  return {
    db, admin,
    direct: async (actor, statement) => {
      await admin.exec('begin; set session authorization authenticator');
      try {
        await admin.query(becomePerson(actor));
        return await admin.query(statement);
      } finally {
        await admin.exec('rollback; set session authorization postgres');
      }
    },
  };
});
