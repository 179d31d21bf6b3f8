/** What msal-browser asks of the frame's bridge (its src/naa/BridgeRequest.ts). */
export type NestedAuthRequest = {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly requestId: string;
  /** Origin of the frame that asked. */
  readonly origin: string;
  readonly tokenParams?: {
    readonly clientId: string;
    /** Separated by spaces. */
    readonly scope: string;
    readonly claims?: string;
    readonly nonce?: string;
  };
};
