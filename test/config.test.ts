import { resolve } from 'node:path';
import { allowsTrial, bucketIn, type Config, databaseFile, readConfig, VARIABLES } from '../src/config';
import { ConfigError } from '../src/domain/errors';

const read = (env: Record<string, string> = {}): Config => readConfig(env, false);

function refusal(env: Record<string, string>): ConfigError {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error(`accepted ${JSON.stringify(env)}`);
}

describe('a desk without any variable', () => {
  it('listens on this machine only, with an embedded database in ./data', () => {
    expect(read()).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      dataDir: resolve('data'),
      databaseUrl: `sqlite:${resolve('data/relaydesk.sqlite')}`,
      secretKeys: null,
      adminEmail: null,
      adminPassword: null,
      sweepCron: '*/5 * * * * *',
      logLevel: 'info',
      logFormat: 'json',
      trustProxy: null,
      metricsToken: null,
      privateTargets: null,
      graphUrl: null,
      telegramUrl: null,
      botFrameworkUrl: null,
      chromePath: null,
      fileLimit: 100,
      s3AccessKeyId: null,
      s3Bucket: null,
      s3Endpoint: null,
      s3PathStyle: 'off',
      s3Prefix: null,
      s3Region: 'us-east-1',
      s3SecretAccessKey: null,
      graphVersion: 'v25.0',
      smtp: null,
      trial: 'off',
    });
  });

  it('lets admins try it on this machine, and elsewhere only when told so', () => {
    const allowed = (env: Record<string, string>) => allowsTrial(read(env));
    for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost', 'LocalHost'])
      expect([host, allowed({ HOST: host })]).toEqual([host, true]);
    for (const host of ['0.0.0.0', '::', '192.168.0.2', 'desk.example.com', '127.0.0.1.example.com', 'localhost.example.com'])
      expect([host, allowed({ HOST: host }), allowed({ HOST: host, TRIAL: 'on' })]).toEqual([host, false, true]);
  });

  it('takes an empty variable for a missing one', () => {
    const empty = Object.fromEntries(Object.values(VARIABLES).map(({ name }) => [name, '']));
    expect(read(empty)).toEqual(read());
  });

  it('logs prettily on a terminal, unless told otherwise', () => {
    expect(readConfig({}, true).logFormat).toBe('pretty');
    expect(readConfig({ LOG_FORMAT: 'json' }, true).logFormat).toBe('json');
  });

  it('can not be changed afterwards', () => {
    expect(Object.isFrozen(read())).toBe(true);
  });
});

// biome-ignore format: a table is read in columns
const TAKEN: [Record<string, string>, Partial<Config>][] = [
  [{ PORT: '0' },                                                { port: 0 }],
  [{ HOST: '::1' },                                              { host: '::1' }],
  [{ PUBLIC_URL: 'https://desk.example.com/' },                  { publicUrl: 'https://desk.example.com' }],
  [{ DATA_DIR: '/var/desk' },                                    { dataDir: '/var/desk', databaseUrl: 'sqlite:/var/desk/relaydesk.sqlite' }],
  [{ DATABASE_URL: 'sqlite:///srv/desk.db' },                    { databaseUrl: 'sqlite:/srv/desk.db' }],
  [{ DATABASE_URL: 'sqlite:desk.db' },                           { databaseUrl: `sqlite:${resolve('desk.db')}` }],
  [{ DATABASE_URL: 'mysql://u:p@db:3306/desk', SECRET_KEY: 'a' },{ databaseUrl: 'mysql://u:p@db:3306/desk', secretKeys: ['a'] }],
  [{ SECRET_KEY: 'new, old' },                                   { secretKeys: ['new', 'old'] }],
  [{ ADMIN_EMAIL: ' a@b.c ', ADMIN_PASSWORD: 'long enough' },    { adminEmail: 'a@b.c', adminPassword: 'long enough' }],
  [{ SWEEP_CRON: '*/2 * * * *' },                                { sweepCron: '*/2 * * * *' }],
  [{ ALLOW_PRIVATE_TARGETS: 'push.lan, 10.0.0.0/8,::1' },        { privateTargets: ['push.lan', '10.0.0.0/8', '::1'] }],
  [{ TRUST_PROXY: '2' },                                         { trustProxy: 2 }],
  [{ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::/8' },            { trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8'] }],
  [{ GRAPH_API_URL: 'http://127.0.0.1:9/twin/' },                { graphUrl: 'http://127.0.0.1:9/twin' }],
  [{ SMTP_URL: 'smtp://mail.lan' },                              { smtp: { url: 'smtp://mail.lan', from: null } }],
  [{ SMTP_URL: 'smtps://me%40x.io:a%2Fb@mail.lan:465/?from=desk@x.io' }, { smtp: { url: 'smtps://me%40x.io:a%2Fb@mail.lan:465/', from: 'desk@x.io' } }],
  [{ LOG_LEVEL: 'debug' },                                       { logLevel: 'debug' }],
];

it.each(TAKEN)('takes %j', (env, fields) => {
  expect(read(env)).toMatchObject(fields);
});

// biome-ignore format: a table is read in columns
const REFUSED: [Record<string, string>, string][] = [
  [{ PORT: '65536' },                                    'PORT: found "65536", expected a port from 0 to 65535'],
  [{ PORT: 'http' },                                     'PORT: found "http", expected a port from 0 to 65535'],
  [{ HOST: 'http://x' },                                 'HOST: found "http://x", expected an address or host name of this machine'],
  [{ PUBLIC_URL: 'desk.example.com' },                   'PUBLIC_URL: found "desk.example.com", expected an http or https address without a path'],
  [{ PUBLIC_URL: 'https://example.com/desk' },           'PUBLIC_URL: found "https://example.com/desk", expected an http or https address without a path'],
  [{ DATABASE_URL: 'postgres://u:secret@db/desk' },      'DATABASE_URL: found "postgres://\u2026@db/desk", expected sqlite:<path> or mysql://user:password@host:port/database'],
  [{ DATABASE_URL: 'mysql://db' },                       'DATABASE_URL: found "mysql://db", expected sqlite:<path> or mysql://user:password@host:port/database'],
  [{ DATABASE_URL: 'mysql://u:p@db/desk' },              'SECRET_KEY: found nothing, expected a comma list of keys, because DATABASE_URL is mysql'],
  [{ SECRET_KEY: 'one,,two' },                           'SECRET_KEY: found 8 characters (not shown), expected a comma list of keys'],
  [{ ADMIN_EMAIL: 'a@b.c' },                             'ADMIN_PASSWORD: found nothing, expected at least 8 characters, because ADMIN_EMAIL is set'],
  [{ ALLOW_PRIVATE_TARGETS: '10.0.0.0/33' },             'ALLOW_PRIVATE_TARGETS: found "10.0.0.0/33", expected a comma list of host names, addresses and CIDRs'],
  [{ ADMIN_PASSWORD: 'long enough' },                    'ADMIN_EMAIL: found nothing, expected an e-mail address, because ADMIN_PASSWORD is set'],
  [{ ADMIN_EMAIL: 'a@b.c', ADMIN_PASSWORD: 'short' },    'ADMIN_PASSWORD: found 5 characters (not shown), expected at least 8 characters'],
  [{ SWEEP_CRON: 'every second' },                       'SWEEP_CRON: found "every second", expected a cron expression of five fields, or six with seconds first'],
  [{ LOG_LEVEL: 'verbose' },                             'LOG_LEVEL: found "verbose", expected one of error, warn, info, debug'],
  [{ LOG_FORMAT: 'xml' },                                'LOG_FORMAT: found "xml", expected json or pretty'],
  [{ TRUST_PROXY: 'true' },                              'TRUST_PROXY: found "true", expected a number of proxies, or a comma list of addresses, CIDRs, loopback, linklocal, uniquelocal'],
  [{ METRICS_TOKEN: 'two words' },                       'METRICS_TOKEN: found 9 characters (not shown), expected a text without spaces'],
  [{ FILE_LIMIT_MB: '0' },                               'FILE_LIMIT_MB: found "0", expected a number of megabytes from 1 to 2000'],
  [{ S3_ENDPOINT: 'https://key:secret@s3.lan' },         'S3_ENDPOINT: found "https://…@s3.lan", expected an http or https address'],
  [{ S3_ENDPOINT: 'https://s3.lan' },                    'S3_BUCKET: found nothing, expected the name of a bucket, because S3_ENDPOINT is set'],
  [{ S3_ACCESS_KEY_ID: 'AK' },                           'S3_BUCKET: found nothing, expected the name of a bucket, because S3_ACCESS_KEY_ID is set'],
  [{ S3_BUCKET: 'desk' },                                'S3_ACCESS_KEY_ID: found nothing, expected a text without spaces, because S3_BUCKET is set'],
  [{ S3_BUCKET: 'desk', S3_ACCESS_KEY_ID: 'AK' },        'S3_SECRET_ACCESS_KEY: found nothing, expected a text without spaces, because S3_BUCKET is set'],
  [{ S3_SECRET_ACCESS_KEY: 'two words' },                'S3_SECRET_ACCESS_KEY: found 9 characters (not shown), expected a text without spaces'],
  [{ SMTP_URL: 'mail.lan:25' }, 'SMTP_URL: found 11 characters (not shown), expected smtp://user:password@host:port or smtps://…, with ?from=address for the sender'],
  [{ SMTP_URL: 'smtp:user:secret@mail.lan' }, 'SMTP_URL: found 25 characters (not shown), expected smtp://user:password@host:port or smtps://…, with ?from=address for the sender'],
  [{ SMTP_URL: 'smtp://u:50%@mail.lan' }, 'SMTP_URL: found 21 characters (not shown), expected smtp://user:password@host:port or smtps://…, with ?from=address for the sender'],
  [{ SMTP_URL: 'smtp://mail.lan?from=nobody' }, 'SMTP_URL: found 27 characters (not shown), expected smtp://user:password@host:port or smtps://…, with ?from=address for the sender'],
  [{ SMTP_URL: 'smtp://mail.lan?pool=true' }, 'SMTP_URL: found 25 characters (not shown), expected smtp://user:password@host:port or smtps://…, with ?from=address for the sender'],
  [{ GRAPH_API_URL: 'ftp://x' },                         'GRAPH_API_URL: found "ftp://x", expected an http or https address'],
  [{ GRAPH_API_VERSION: '25' },                          'GRAPH_API_VERSION: found "25", expected a version such as v25.0'],
];

it.each(REFUSED)('refuses %j in one line that names the variable', (env, message) => {
  const error = refusal(env);
  expect(error.message).toBe(message);
  expect(message.startsWith(`${error.field}: `)).toBe(true);
});

it('names the file of an embedded database, and none for MySQL', () => {
  expect(databaseFile({ databaseUrl: 'sqlite:/srv/desk.db' })).toBe('/srv/desk.db');
  expect(databaseFile({ databaseUrl: 'mysql://u:p@db/desk' })).toBeNull();
});

describe('the bucket for files', () => {
  it('is none unless one is named, and then all that is said of it', () => {
    expect(bucketIn(read({}))).toBeNull();
    const keys = { S3_BUCKET: 'desk', S3_ACCESS_KEY_ID: 'AK', S3_SECRET_ACCESS_KEY: 'secret' };
    const plain = {
      bucket: 'desk',
      endpoint: null,
      region: 'us-east-1',
      accessKeyId: 'AK',
      secretAccessKey: 'secret',
      prefix: '',
      forcePathStyle: false,
    };
    expect(bucketIn(read(keys))).toEqual(plain);
    const elsewhere = { ...keys, S3_ENDPOINT: 'https://s3.lan/', S3_REGION: 'eu-1', S3_PREFIX: 'relaydesk/', S3_FORCE_PATH_STYLE: 'on' };
    expect(bucketIn(read(elsewhere))).toEqual({
      ...plain,
      endpoint: 'https://s3.lan',
      region: 'eu-1',
      prefix: 'relaydesk/',
      forcePathStyle: true,
    });
  });
});
