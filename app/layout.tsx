import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { Themes } from '@/components/shell/Themes';
import { requestNonce } from '@/lib/http/requestNonce';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { requestLocale } from '@/lib/i18n/requestLocale';
import './globals.css';
import { siteIcon } from './siteIcon';

export const metadata: Metadata = {
  title: { default: 'Limelight', template: '%s · Limelight' },
  icons: siteIcon(null),
  robots: { index: false, follow: false },
  appleWebApp: { capable: true, title: 'Limelight', statusBarStyle: 'black-translucent' },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f7f9' },
    { media: '(prefers-color-scheme: dark)', color: '#101317' },
  ],
};

/** The letters of the first words; without them at hand, everything is painted twice. */
const LETTERS = new URL(
  '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  import.meta.url,
);

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, nonce] = await Promise.all([requestLocale(), requestNonce()]);
  preload(LETTERS.href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    // next-themes sets the class before React looks.
    <html lang={locale} suppressHydrationWarning>
      <body>
        {/* Where react-aria looks for leave to write the few styles that it brings along. */}
        <meta property="csp-nonce" nonce={nonce} />
        <Themes nonce={nonce}>
          <ClientMessages namespaces={['ui', 'shell', 'errors']}>{children}</ClientMessages>
        </Themes>
      </body>
    </html>
  );
}
