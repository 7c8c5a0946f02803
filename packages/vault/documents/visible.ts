import sql, { type Sql } from 'sql-template-tag';

/**
 * The condition that looks among the rows of everybody whose documents the transaction's person sees: their own, and those
 * of whoever shares with them. It is there for the index; the policies decide about each row.
 */
export const visible = (ownerColumn: Sql): Sql => sql`${ownerColumn} = any(array(select private.visible_owners()))`;
