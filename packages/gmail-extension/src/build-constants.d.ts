/** What vite.config.ts puts in the place of these names. */
interface ImportMetaEnv {
  /** `sdk_<name>_<10 hex>`, see build/app-id.ts. */
  readonly INBOXSDK_APP_ID: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
