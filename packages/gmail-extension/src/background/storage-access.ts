/** Keeps the script in Gmail's page out of what the worker stores; Chrome lets content scripts read these areas otherwise. */
export async function closeStorageToPages(): Promise<void> {
  const { local, session, managed } = chrome.storage;
  await Promise.all(
    [local, session, managed].map((area) =>
      area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }),
    ),
  );
}
