import { type Chat, openChat } from './chat';
import { openMemory, shelfOfPage } from './memory';
import { openNet } from './net';
import { openPageApi, type PageApi } from './page-api';
import { readConfig } from './read-config';
import { type Settings, settingsOf } from './settings';
import { openView, type View } from './view';
import { spokenFor } from './words';

declare global {
  interface Window {
    Relaydesk?: PageApi | ((api: PageApi) => void)[];
  }
}

const settings = settingsOf(document.currentScript as HTMLScriptElement);
if (!settings) console.warn('Relaydesk: the script names no channel in data-channel');
// A page that includes it twice has one chat.
else if (!window.Relaydesk || Array.isArray(window.Relaydesk)) start(settings, window.Relaydesk ?? []);

function start(settings: Settings, waiting: readonly ((api: PageApi) => void)[]): void {
  let ready: (chat: Chat) => void = () => undefined;
  const { api, tell } = openPageApi(
    new Promise((resolve) => {
      ready = resolve;
    }),
  );
  window.Relaydesk = api;
  for (const act of waiting) api.push(act);
  void show(settings, tell).then((chat) => {
    if (!chat) return;
    ready(chat);
    tell({ type: 'ready' });
  });
}

async function show(settings: Settings, tell: Parameters<typeof openChat>[0]['tell']): Promise<Chat | null> {
  const net = openNet(settings.desk, settings.channelId);
  const read = await readConfig({ net });
  if (!read) return null;
  await bodyOfPage();
  const config = { ...read, title: settings.title ?? read.title };
  const language = settings.language ?? (config.language || document.documentElement.lang || navigator.language);
  const memory = openMemory(settings.channelId, shelfOfPage());
  let view: View | null = null;
  let due = false;
  const draw = () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      view?.update(chat.now());
    });
  };
  const chat = openChat({ net, memory, tell, changed: draw }, config);
  view = openView(spokenFor(language), settings.looks, chat);
  document.body.append(view.host);
  draw();
  return chat;
}

/** A script in the head may come before there is anything to stand in. */
async function bodyOfPage(): Promise<void> {
  if (!document.body) await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }));
}
