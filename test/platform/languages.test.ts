import { tinyLanguages } from '../../src/platform/languages';

describe('the language of a text', () => {
  it.each([
    ['Hello, where is my order?', 'en'],
    ['Hola, ¿dónde está mi paquete?', 'es'],
    ['Preciso de ajuda com meu pedido', 'pt'],
    ['wo ist mein Paket', 'de'],
    ['请问我的订单在哪里', 'zh'],
    ['مرحبا أين طلبي', 'ar'],
  ])('of %s is %s', (text, language) => {
    expect(tinyLanguages.of(text)).toBe(language);
  });

  it.each(['', 'ok', 'hola', 'Bom dia', 'SKU-882 broken', '12345 67 8', '👍👍👍👍'])('of %j is nobody sure', (text) => {
    expect(tinyLanguages.of(text)).toBeNull();
  });

  it('is told of a very long text as soon as of a short one', () => {
    const long = 'Hello, where is my order? '.repeat(20_000);
    const began = performance.now();
    expect(tinyLanguages.of(long)).toBe('en');
    expect(performance.now() - began).toBeLessThan(500);
  });
});
