/** What the settings say otherwise in Outlook. */
export const optionChanges = {
  anyDomain: 'Only the mailbox that is open in Outlook is connected.',
  needsClient: 'Your admin sets the app registration first, in the file policy.json.',
  client: 'App registration',
  clientWhy:
    'Postrider reaches your mailbox at Microsoft through your company’s own app registration in Microsoft Entra. Your admin sets it in the file policy.json.',
  clientId: 'Application (client) ID',
  redirectUri:
    'Redirect URIs of the type “single-page application”, to enter there letter for letter',
  scope: 'Permissions it asks for',
  followWhy: '“Follow” starts switched on in every new message. You can switch it for each mail.',
  storedHere: [
    'In this browser: the feed (who, subject, when, and why mail bounced), which mails are followed, and your settings. Your permission from Microsoft stays with Outlook.',
    'In Outlook: all of your mail. Postrider keeps no copy of it. Beside it, hidden and without names: what Postrider checks when you press Send.',
    'Anywhere else: nothing.',
  ],
};
