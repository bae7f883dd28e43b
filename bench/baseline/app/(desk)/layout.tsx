export { default, generateMetadata } from '@/app/(desk)/layout';
