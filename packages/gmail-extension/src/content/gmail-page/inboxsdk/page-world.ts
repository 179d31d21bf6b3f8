/** InboxSDK's half in Gmail's own world, as the file that its background injects by name. */
import '@inboxsdk/core/pageWorld.js';
