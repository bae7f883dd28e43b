import type { MetadataRoute } from 'next';

/** What a phone or a laptop needs to install the desk like an application. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/map',
    name: 'Limelight',
    short_name: 'Limelight',
    description: 'Where public bikes run out, and how many vehicles to put where.',
    start_url: '/map',
    scope: '/',
    display: 'standalone',
    background_color: '#f6f7f9',
    theme_color: '#101317',
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  };
}
