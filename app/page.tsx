import { redirect } from 'next/navigation';

/** The map is the page. */
export default function Home() {
  redirect('/map');
}
