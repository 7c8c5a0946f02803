const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what may be an id; anything else is not there. */
export const isUuid = (text: string): boolean => uuid.test(text);
