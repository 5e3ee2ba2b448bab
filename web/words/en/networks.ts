/** What is said of one network only; by its kind. A network that is not here is spoken of in general. */
export const networks = {
  about: {
    whatsapp_cloud: 'A business number, through Meta’s Cloud API',
    instagram: 'Direct messages of a professional account',
    messenger: 'Messages to a Facebook Page',
    whatsapp_web: 'The phone that you have, as a linked device',
    telegram: 'A bot, with or without a public address',
    botframework: 'Teams, Web Chat, Direct Line and others',
    webchat: 'A chat on your own site',
    webhook: 'A channel of your own, by signed JSON',
  } as Readonly<Record<string, string>>,
  /** Said before an account is connected, where there is something to know. */
  warning: {
    whatsapp_web:
      'WhatsApp does not know of this way and may lock the number. Use it for a number that you can do without, never for mass messages. Templates, and tools that WhatsApp makes for businesses, need the Cloud API.',
  } as Readonly<Record<string, string>>,
  stepsTitle: 'Before you begin',
  steps: {
    whatsapp_cloud: [
      'At developers.facebook.com make an app of type Business and add WhatsApp.',
      'Under WhatsApp, API Setup, read the two IDs.',
      'In the Business settings make a system user, give it the app and the account, and make its token.',
    ],
    instagram: [
      'Turn the account into a professional one and allow access to messages in its settings.',
      'At developers.facebook.com make an app and add Instagram.',
      'Make a token for the account there.',
    ],
    messenger: [
      'At developers.facebook.com make an app and add Messenger.',
      'In its Messenger settings connect the Page and make its token.',
      'For customers who have no role in the app, ask for pages_messaging in its review.',
    ],
    whatsapp_web: [
      'Have the phone at hand: it stays the owner of the number.',
      'Chromium or Chrome must be on this machine (CHROME_PATH).',
      'On the next page show the phone a picture, or type a code there.',
    ],
    telegram: [
      'Write /newbot to @BotFather and give the bot a name.',
      'Copy the token that it answers with.',
      'Polling works everywhere. A webhook needs PUBLIC_URL with https.',
    ],
    botframework: [
      'In the Azure portal make an Azure Bot.',
      'Under Configuration read its app ID; make a client secret of the app.',
      'Add the channels that you want there: Teams, Web Chat, Direct Line.',
    ],
    webchat: ['Know the addresses of the pages that show the chat.', 'The next page has one line for them.'],
    webhook: [
      'Have something that takes POSTs of JSON: the guide has a client in 40 lines.',
      'Make up a secret; both sides sign with it.',
      'The next page shows the address for what you send.',
    ],
  } as Readonly<Record<string, readonly string[]>>,
  next: {
    whatsapp_web: 'Then the next page shows a picture for the phone.',
    telegram: 'Then write to the bot: the next page shows what comes.',
    botframework: 'Then you paste an address at Azure; the next page shows it.',
    webchat: 'Then you put one line into your pages; the next page shows it.',
    webhook: 'Then you send to an address; the next page shows it.',
  } as Readonly<Record<string, string>>,
  /** Who calls the desk. */
  caller: {
    whatsapp_cloud: 'Meta',
    instagram: 'Meta',
    messenger: 'Meta',
    telegram: 'Telegram',
    botframework: 'The Bot Framework',
  } as Readonly<Record<string, string>>,
  callerElse: 'The other side',
  /** What the part of the page is called that shows how it is connected. */
  part: { whatsapp_web: 'Phone', webchat: 'On your site' } as Readonly<Record<string, string>>,
  partOfLine: 'Line',
  partElse: 'Events',
  paste: {
    telegram: {
      title: 'What Telegram calls',
      where: 'Nothing is to be pasted: the desk tells Telegram this address itself.',
      url: 'Address',
    },
    botframework: {
      title: 'Paste this at Azure',
      where: 'Where at Azure: your bot, then Configuration. All bots of this desk have the same endpoint.',
      url: 'Messaging endpoint',
    },
    webhook: {
      title: 'Where to send',
      where: 'POST each event to this address, signed as Standard Webhooks says. What the desk sends is signed with the same secret.',
      url: 'Address',
    },
  } as Readonly<Record<string, { readonly title: string; readonly where: string; readonly url: string }>>,
  openapi: 'The description of both ways (OpenAPI)',
  line: {
    title: 'Line',
    notLoaded: 'How the line is doing is not known',
    states: {
      starting: 'On its way',
      pairing: 'Waits for a phone',
      ready: 'Open',
      waiting: 'Lost; tries again',
      failed: 'Needs you',
    },
    says: {
      starting: 'The line is being opened.',
      pairing: 'Somebody has to show it the phone.',
      ready: 'What customers write comes in.',
      waiting: 'What customers write meanwhile is fetched once it is open again.',
      failed: 'It does not try by itself any more.',
    },
    codes: {
      unreachable: 'The network cannot be reached from this machine.',
      conflict: 'Something else has the line of this account. Close it there.',
      refused: 'The network does not take the token. Paste a new one under Account.',
      logged_out: 'The account was logged out.',
      no_browser: 'No Chrome was found: install chromium or set CHROME_PATH.',
    } as Readonly<Record<string, string>>,
    since: (moment: string) => `since ${moment}`,
    account: 'Account',
    retryAt: (moment: string) => `Next try ${moment}.`,
    restart: 'Open it anew',
    restarting: 'Asked for',
    notRestarted: 'It was not asked',
  },
  choices: {
    'login instagram': 'Instagram',
    'login facebook': 'Facebook',
    'mode webhook': 'Webhook: Telegram calls the desk',
    'mode polling': 'Polling: the desk asks Telegram',
    'position right': 'Right',
    'position left': 'Left',
  } as Readonly<Record<string, string>>,
  perLine: 'One a line.',
  makeUp: 'Make one up',
  madeUp: 'Copy it now: once saved it is never shown again.',
};
export type NetworksWords = typeof networks;
