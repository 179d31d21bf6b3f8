/** The app registration of the sandbox's company: the id that the manifest names. It opens nothing but the sandbox. */
export const entraClientId = '9b3b6f2c-55a1-4d0c-8f2e-7b1a4c6e0d35';

/** Who writes mail in this story: one on Exchange Online, one on a company's own server. */
export const eva = { address: 'eva@adatum.example', name: 'Eva Brandt' } as const;
export const omar = { address: 'omar@woodgrove.example', name: 'Omar Haddad' } as const;
