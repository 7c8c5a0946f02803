import { openTestDatabase } from '@docuvault/testing/database.ts';
import { describeAccess } from './access-suite.ts';

describeAccess('the embedded database', async () => {
  const { db, driver } = await openTestDatabase();
  return { db, admin: driver.admin };
});
