import { redirect } from 'next/navigation';
import { requireUser } from '@/lib/auth/guard';

/** The administration starts where its days do: are the data alive? */
export default async function AdminPage() {
  await requireUser('feeds.read');
  redirect('/admin/feeds');
}
