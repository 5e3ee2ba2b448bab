import { phoneJson, phoneMessageJson, trialJson } from '../present/trial';
import { type Route, route } from '../route';
import { Nothing } from '../schemas/shared';
import { PhoneMessageShape, PhoneQuery, PhoneShape, React, Say, Tap, TrialShape, WeatherShape } from '../schemas/trial';

const trial = { path: '/trial', for: 'admins', tag: 'trial' } as const;
const phone = { ...trial, path: '/trial/phone', refuses: ['not_found'] } as const;
const deed = { ...phone, method: 'post', status: 200, answer: PhoneMessageShape } as const;
const weather = { ...trial, path: '/trial/weather', status: 200, answer: WeatherShape, refuses: ['not_found'] } as const;

export const TRIAL: readonly Route[] = [
  route({
    ...trial,
    method: 'get',
    says: 'Whether the desk may be tried with the built-in phone, and whether it is.',
    status: 200,
    answer: TrialShape,
    handle: async (call) => trialJson(await call.trial.state()),
  }),
  route({
    ...trial,
    method: 'post',
    says: 'Begin a trial: two channels, a bot, and a customer with a phone. While one is on, it is answered as it stands.',
    body: Nothing,
    status: 201,
    answer: TrialShape,
    refuses: ['trial_not_allowed'],
    again: async (call) => trialJson(await call.trial.state()),
    handle: async (call) => trialJson(await call.trial.start(call.desk.acting)),
  }),
  route({
    ...trial,
    method: 'delete',
    says: 'End the trial. Everything of it is erased: channels, bot, chats, tickets, messages, history.',
    status: 204,
    answer: null,
    handle: (call) => call.trial.end(call.desk.acting),
  }),
  route({
    ...phone,
    method: 'get',
    says: 'What the trial customer\u2019s phone shows. Cheap to ask again with the `rev` that is known.',
    query: PhoneQuery,
    status: 200,
    answer: PhoneShape,
    handle: async (call) => phoneJson(call.trial.thread(call.query.network), call.query.after),
  }),
  route({
    ...deed,
    path: '/trial/phone/say',
    says: 'Write as the trial customer.',
    body: Say,
    handle: async ({ trial, body }) => phoneMessageJson(await trial.say(body.network, body.text)),
  }),
  route({
    ...deed,
    path: '/trial/phone/tap',
    says: 'Tap a choice of a message, as the trial customer.',
    body: Tap,
    handle: async ({ trial, body }) => phoneMessageJson(await trial.tap(body.network, body.message, body.id)),
  }),
  route({
    ...deed,
    path: '/trial/phone/react',
    says: 'Put an emoji to a message, as the trial customer; answers the message.',
    body: React,
    handle: async ({ trial, body }) => phoneMessageJson(await trial.react(body.network, body.message, body.emoji ?? '')),
  }),
  route({ ...weather, method: 'get', says: 'How bad the network of the trial is.', handle: async (call) => ({ ...call.trial.weather() }) }),
  route({
    ...weather,
    method: 'put',
    says: 'Make the network of the trial worse or better. What is left out is calm: an empty body resets it.',
    body: WeatherShape,
    handle: async ({ trial, body }) => ({ ...(await trial.setWeather(body)) }),
  }),
];
