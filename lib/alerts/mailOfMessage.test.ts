import { expect, test } from 'vitest';
import { translatorIn } from '@/lib/i18n/translatorIn';
import type { AlertMessage } from './deliveryStore';
import { mailOfMessage } from './mailOfMessage';

const AT = new Date('2026-11-23T07:15:00Z').getTime();
const message: AlertMessage = {
  ...{ kind: 'digest', sinceMs: AT, atMs: AT },
  lines: [
    {
      ...{ ruleId: 'r', ruleName: '<b>Rush</b>', kind: 'raised', subjectId: 'a&b', atMs: AT },
      sinceMs: AT - 900_000,
      station: {
        ...{ name: '<img src=x onerror=alert(1)>', districtName: '9e', severity: 'empty' },
        ...{ usableBikes: 0, isCovered: false },
      },
    },
    {
      ...{ ruleId: 'r', ruleName: 'Rush', kind: 'recovered', subjectId: 'c', atMs: AT },
      sinceMs: AT - 900_000,
      station: {
        ...{ name: 'Opéra', districtName: '9e', severity: 'low', usableBikes: 3, isCovered: false },
      },
    },
  ],
};

function mail(locale: 'en' | 'fr', simulation: 'generated' | null = null) {
  return mailOfMessage(message, {
    t: translatorIn(locale, 'alerts', 'Europe/Paris'),
    ...{ locale, publicUrl: 'https://limelight.example', systemName: 'Paris', simulation },
  });
}

test('speaks the reader’s language by the city’s clock', () => {
  const english = mail('en');
  expect(english.subject).toBe('1 station short, 1 recovered: Paris');
  expect(english.text).toMatch(/Empty, 0 usable bikes, seen since 08:00/);
  expect(english.text).toContain('Now Low, 3 usable bikes');
  expect(english.text).toContain('https://limelight.example/map?severity=empty&cover=uncovered');
  const french = mail('fr');
  expect(french.subject).toBe('1 station en déficit, 1 rétablie\u00a0: Paris');
  expect(french.text).toContain('Vide, 0 vélo utilisable, constaté depuis 08:00');
});

test('what feeds and people wrote is text in HTML', () => {
  const { html } = mail('en');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).toContain('&lt;b&gt;Rush&lt;/b&gt;');
  expect(html).not.toMatch(/<img|<b>|<script/);
  expect(html).toContain('href="https://limelight.example/map?station=a%26b"');
});

test('says of a simulated city that it is none', () => {
  const { subject, text, html } = mail('en', 'generated');
  expect(subject).toMatch(/^\[Simulated\] /);
  for (const body of [text, html]) expect(body).toContain('nothing here is the real one');
});
