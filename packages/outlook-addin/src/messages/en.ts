/** What our words call the place this plugin stands in. */
export const host = { mail: 'Outlook', provider: 'Microsoft' };
